import { text } from '../utils/interface-text';
import { type PortalChoice, portalHosts } from '../utils/portals';
import { CloudField } from './cloud-field';
import { formatList } from './format-list';
import { Notice } from './notice';
import { PortalSwitch } from './portal-switch';
import { settingWords } from './setting-words';
import { type PortalDoor, type PortalState, usePortalChoice } from './use-portal-choice';

type Props = {
  first: PortalState;
  door: PortalDoor;
  /** The settings that the organisation has set. */
  locked: readonly string[];
};

/** The cloud of the app registration, and the portals beside the Entra admin center; with the access they take. */
export function PortalSection({ first, door, locked }: Props) {
  const { choice, missing, problem, choose } = usePortalChoice(first, door);
  const portalSwitch = (id: string, name: 'showInAzurePortal' | 'showInIntune', host: string) => (
    <PortalSwitch
      id={id}
      label={text(settingWords[name].label)}
      host={host}
      on={choice[name]}
      locked={locked.includes(name)}
      turn={(on) => choose({ [name]: on } satisfies Partial<PortalChoice>)}
    />
  );
  const { azure, intune } = portalHosts[choice.cloud];
  return (
    <>
      <CloudField
        saved={choice.cloud}
        locked={locked.includes('cloud')}
        save={(cloud) => choose({ cloud })}
      />
      {portalSwitch('show-in-azure-portal', 'showInAzurePortal', azure)}
      {portalSwitch('show-in-intune', 'showInIntune', intune)}
      {missing.length > 0 && (
        <Notice kind="warning">
          <p>{text('accessMissing', { sites: formatList(missing.map(siteOf)) })}</p>
          <div class="buttons">
            <button type="button" onClick={() => choose({})}>
              {text('grantAccess')}
            </button>
          </div>
        </Notice>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

const siteOf = (name: string) => name.replace(/^https:\/\/(.*)\/\*$/, '$1');
