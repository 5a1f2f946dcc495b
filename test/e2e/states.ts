import { optionsStates } from './options-states';
import { panelStates } from './panel-states';
import { popupStates } from './popup-states';
import type { ShowState } from './state-setting';

/** What an admin can come to see, each under a name for its picture. */
export const states: Record<string, ShowState> = { ...panelStates, ...popupStates, ...optionsStates };
