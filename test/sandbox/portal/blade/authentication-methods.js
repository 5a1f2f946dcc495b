import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { commandBar, dateOf, notice, table } from './parts.js';
import { read, say, send } from './shell-link.js';

const names = {
  passwordAuthenticationMethod: 'Password',
  microsoftAuthenticatorAuthenticationMethod: 'Microsoft Authenticator',
  fido2AuthenticationMethod: 'Passkey (FIDO2)',
  windowsHelloForBusinessAuthenticationMethod: 'Windows Hello for Business',
  platformCredentialAuthenticationMethod: 'Platform credential for macOS',
};

/** A user's authentication methods, and the portal's own way to another one. */
export async function authenticationMethodsPage({ tenant, parameters, ...content }) {
  const path = `users/${encodeURIComponent(parameters.userId ?? '')}`;
  const user = await read(path, tenant);
  say({ kind: 'title', text: user?.displayName ?? 'User' });
  if (!user) return [notice('User not found.', 'risk')];
  const passes = (await read(`${path}/pass`, tenant))?.value ?? [];
  const usable = passes.filter(({ isUsable }) => isUsable);
  const others = passes.filter(({ isUsable }) => !isUsable);
  const again = async () => {
    const page = await authenticationMethodsPage({ tenant, parameters, ...content });
    document.getElementById('root').replaceChildren(...page);
  };
  const row = (pass) => [
    'Temporary Access Pass',
    `${pass.methodUsabilityReason} · expires ${dateOf(Date.parse(pass.startDateTime) + pass.lifetimeInMinutes * 60_000)}`,
    button(
      '.icon-button',
      'Delete Temporary Access Pass',
      async () => {
        await send('DELETE', `${path}/pass`, tenant);
        await again();
      },
      icon('bin', 14),
    ),
  ];
  const columns = ['Authentication method', 'Detail', ''];
  return [
    commandBar([
      ['Add authentication method', 'add', openPane],
      ['Reset password', 'key'],
      ['Require re-register multifactor authentication', 'refresh'],
      ['Revoke multifactor authentication sessions', 'stop'],
      ['Refresh', 'refresh', again],
    ]),
    element(
      '.page',
      {},
      element(
        'p.explanation',
        {},
        'Authentication methods are the ways users sign into Microsoft Entra ID and perform self-service password reset (SSPR). The user’s “default sign-in method” is the first one shown to the user when they are required to authenticate with a second factor.',
      ),
      element(
        '.default-method',
        {},
        element('strong', {}, 'Default sign-in method'),
        icon('info', 14),
        'No default',
      ),
      element('h3', {}, 'Usable authentication methods'),
      table('Usable authentication methods', columns, [
        ...user.methods.filter(isNoPassword).map(methodRow),
        ...usable.map(row),
      ]),
      element('h3', {}, 'Non-usable authentication methods'),
      table('Non-usable authentication methods', columns, others.map(row)),
      element('h3', {}, 'System preferred multifactor authentication method'),
      table(
        'System preferred method',
        ['Feature status', 'System preferred MFA method'],
        [['Enabled', 'No system preferred MFA method']],
      ),
    ),
  ];
}

function openPane() {
  say({
    kind: 'openPane',
    page: 'add-authentication-method',
    title: 'Add authentication method',
    frameName: 'AddAuthMethod.ReactView',
  });
}

const isNoPassword = (method) => !method['@odata.type'].includes('password');

function methodRow({ '@odata.type': type, displayName, createdDateTime }) {
  const name = names[type.replace('#microsoft.graph.', '')] ?? type;
  return [name, displayName ?? `Created ${dateOf(createdDateTime)}`, ''];
}
