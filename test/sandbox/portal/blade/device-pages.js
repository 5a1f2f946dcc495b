import { element } from '../look/element.js';
import { commandBar, copyable, facts, table } from './parts.js';
import { bladeLink, say } from './shell-link.js';

/** The state holds no devices, and no test needs more than one: it is drawn only. */
const laptop = {
  id: '30000000-0000-4000-8000-000000000001',
  displayName: 'CONTOSO-LT-014',
  system: 'Windows 11 (10.0.26200)',
  join: 'Microsoft Entra joined',
};

/** Devices of the directory. */
export async function devicesPage() {
  const hash = `#view/Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId/${laptop.id}`;
  return [
    commandBar([
      ['Enable', 'check'],
      ['Disable', 'stop'],
      ['Delete', 'bin'],
    ]),
    element(
      '.page',
      {},
      table(
        'Devices',
        ['Name', 'Operating system', 'Join type'],
        [[bladeLink(laptop.displayName, hash), laptop.system, laptop.join]],
      ),
    ),
  ];
}

/** One device. */
export async function devicePage({ parameters }) {
  say({ kind: 'title', text: laptop.displayName });
  return [
    commandBar([
      ['Manage', 'gear'],
      ['Disable', 'stop'],
      ['Delete', 'bin'],
    ]),
    element(
      '.page',
      {},
      facts([
        ['Name', laptop.displayName],
        ['Object ID', copyable('Object ID', String(parameters.objectId ?? parameters.deviceId ?? laptop.id))],
        ['Operating system', laptop.system],
        ['Join type', laptop.join],
      ]),
    ),
  ];
}
