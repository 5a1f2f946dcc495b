import { element } from '../look/element.js';
import { commandBar, copyable, facts, notice, table } from './parts.js';
import { bladeLink, read, say } from './shell-link.js';

/** Applications registered in the directory. */
export async function appsPage({ tenant }) {
  const apps = await read('apps', tenant);
  const rows = apps.map(({ displayName, clientId }) => [
    bladeLink(
      displayName,
      `#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/${clientId}/isMSAApp~/false`,
    ),
    clientId,
  ]);
  return [
    commandBar([
      ['New registration', 'add'],
      ['Endpoints', 'globe'],
      ['Refresh', 'refresh'],
    ]),
    element('.page', {}, table('App registrations', ['Display name', 'Application (client) ID'], rows)),
  ];
}

/** One application. */
export async function appPage({ tenant, parameters }) {
  const app = await read(`apps/${encodeURIComponent(parameters.appId ?? '')}`, tenant);
  say({ kind: 'title', text: app?.displayName ?? 'Application' });
  if (!app) return [notice('Application not found.', 'risk')];
  return [
    commandBar([
      ['Delete', 'bin'],
      ['Endpoints', 'globe'],
    ]),
    element(
      '.page',
      {},
      element('h3', {}, 'Essentials'),
      facts([
        ['Display name', app.displayName],
        ['Application (client) ID', copyable('Application (client) ID', app.clientId)],
        ['Redirect URIs', String(app.redirectUris.length)],
        ['Granted permissions', app.adminConsent.join(', ')],
      ]),
    ),
  ];
}
