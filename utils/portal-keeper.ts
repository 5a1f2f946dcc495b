import { giveBackAccess, onAccessChanged, withdrawn } from './portal-access';
import { keepPortalScripts } from './portal-scripts';
import type { SettingName } from './setting-schemas';
import { onSettingsChanged, readLockedSettings, readSettings, saveSettings } from './settings';

/**
 * Keeps our scripts in the portals chosen, and no more access than they take, whoever changes settings or access; the
 * browser forgets scripts with an update. Must run synchronously when the worker starts.
 */
export function keepPortals(): void {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    last = last.then(work).catch(() => {});
  };
  const keep = async () => keepPortalScripts(await readSettings());

  onSettingsChanged(() =>
    inTurn(async () => {
      await keep();
      await giveBackAccess(await readSettings());
    }),
  );
  // Granted in the click that is about to save the choice: what nobody chose is given back then.
  onAccessChanged(
    () => inTurn(keep),
    (origins) =>
      inTurn(async () => {
        const locked = await readLockedSettings();
        const gone = Object.entries(withdrawn(await readSettings(), origins));
        const changes = gone.filter(([name]) => !locked.includes(name as SettingName));
        if (changes.length > 0) await saveSettings(Object.fromEntries(changes));
        await keep();
      }),
  );
  inTurn(keep);
}
