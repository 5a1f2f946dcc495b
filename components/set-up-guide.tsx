import { useState } from 'preact/hooks';
import { copyWhenReady } from './copy';
import { CopyIcon } from './icons';

const permissions = [
  ['User.Read', 'Sign in, and know which admin is signed in.'],
  ['User.Read.All', "Read the user's name and tell an internal guest from other users."],
  ['UserAuthMethod-TAP.ReadWrite.All', "Read the user's current Temporary Access Pass and issue a new one."],
  ['Policy.Read.AuthenticationMethod', "Read the tenant's default lifetime and whether passes are one-time."],
] as const;

/** How to register the app that Guestpass signs in with, in four steps. */
export function SetUpGuide({ redirectUri }: { redirectUri: string }) {
  const [said, setSaid] = useState('');

  async function copy(): Promise<void> {
    setSaid('');
    const copied = await copyWhenReady(Promise.resolve(redirectUri));
    setSaid(copied ? 'Copied' : 'Could not copy. Select the address and copy it.');
  }

  return (
    <section aria-labelledby="set-up">
      <h2 id="set-up">Register the app in your tenant</h2>
      <p>
        Guestpass signs in with an app registration of your own organization. One is enough for all admins.
      </p>
      <ol>
        <li>
          In the Microsoft Entra admin center, go to <b>Entra ID</b> &gt; <b>App registrations</b> &gt;{' '}
          <b>New registration</b>. Choose <b>Accounts in this organizational directory only</b> (single
          tenant).
        </li>
        <li>
          Under <b>Authentication</b>, add the platform <b>Single-page application</b> with this redirect URI:
          <div class="field">
            <code id="redirect-uri" dir="ltr">
              {redirectUri}
            </code>
            <button type="button" onClick={copy}>
              <CopyIcon />
              Copy redirect URI
            </button>
          </div>
          <p role="status">{said}</p>
          Each browser has its own redirect URI: add one for every browser that your admins use.
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
              {permissions.map(([name, reason]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </li>
        <li>
          Copy the <b>Application (client) ID</b> from the app's <b>Overview</b> into the field above, and
          choose <b>Save</b>.
        </li>
      </ol>
      <p>
        A permission does not replace a role: to issue a pass, an admin needs the role{' '}
        <b>Authentication Administrator</b>, or <b>Privileged Authentication Administrator</b> where the guest
        holds an administrator role.
      </p>
    </section>
  );
}
