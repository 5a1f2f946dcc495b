import type { AppRegistration } from '../utils/app-registration';
import { text } from '../utils/interface-text';
import { CopyButton } from './copy-button';
import { permissionWords } from './permission-words';
import { Worded } from './worded';

/** How to register the app in the Microsoft Entra admin center. */
export function RegistrationByHand({ redirectUris, permissions }: AppRegistration) {
  return (
    <ol>
      <li>
        <Worded text="byHandNewRegistration" />
      </li>
      <li>
        <Worded text="byHandRedirectUri" />
        {redirectUris.map((uri) => (
          <div class="field" key={uri}>
            <code dir="ltr">{uri}</code>
            <CopyButton text={uri}>{text('copyRedirectUri')}</CopyButton>
          </div>
        ))}
      </li>
      <li>
        <Worded text="byHandPermissions" />
        <table>
          <thead>
            <tr>
              <th scope="col">{text('delegatedPermission')}</th>
              <th scope="col">{text('whatGuestpassDoes')}</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code dir="ltr">{name}</code>
                </th>
                <td>{text(permissionWords[name])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </li>
      <li>
        <Worded text="byHandCopyId" />
      </li>
    </ol>
  );
}
