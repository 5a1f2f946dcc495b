import type { PortalDoor } from '../../components/use-portal-choice';
import { askForAccess, missingAccess, onAccessChanged } from '../../utils/portal-access';
import { onSettingsChanged, readSettings, saveSettings } from '../../utils/settings';

/** Leads the section of clouds and portals to the settings and to the browser's permissions. */
export const portalDoor: PortalDoor = {
  async read() {
    const choice = await readSettings();
    return { choice, missing: await missingAccess(choice) };
  },
  ask: askForAccess,
  save: saveSettings,
  watch(changed) {
    onSettingsChanged(changed);
    onAccessChanged(changed, changed);
  },
};
