import type { AppRegistration } from '../utils/app-registration';
import { CopyButton } from './copy-button';
import { permissionWords } from './permission-words';

/** How to register the app in the Microsoft Entra admin center. */
export function RegistrationByHand({ redirectUris, permissions }: AppRegistration) {
  return (
    <ol>
      <li>
        In the Microsoft Entra admin center, go to <b>Entra ID</b> &gt; <b>App registrations</b> &gt;{' '}
        <b>New registration</b>. Choose <b>Accounts in this organizational directory only</b> (single tenant).
      </li>
      <li>
        Under <b>Redirect URI</b>, choose the platform <b>Single-page application (SPA)</b> and enter:
        {redirectUris.map((uri) => (
          <div class="field" key={uri}>
            <code dir="ltr">{uri}</code>
            <CopyButton text={uri}>Copy redirect URI</CopyButton>
          </div>
        ))}
      </li>
      <li>
        Under <b>API permissions</b>, add these delegated permissions of Microsoft Graph, then choose{' '}
        <b>Grant admin consent</b>:
        <table>
          <thead>
            <tr>
              <th scope="col">Delegated permission</th>
              <th scope="col">What Guestpass does with it</th>
            </tr>
          </thead>
          <tbody>
            {permissions.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>{permissionWords[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </li>
      <li>
        Copy the <b>Application (client) ID</b> from the app's <b>Overview</b>.
      </li>
    </ol>
  );
}
