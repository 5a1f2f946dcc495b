import { element } from '../look/element.js';
import { commandBar, table } from './parts.js';
import { read } from './shell-link.js';

/** Authentication methods | Policies: of all methods only the pass, which is the one that the state knows. */
export async function policiesPage({ tenant }) {
  const { state, includeTargets } = await read('policy', tenant);
  const isForAll = includeTargets.some(({ id }) => id === 'all_users');
  const row = [
    'Temporary Access Pass',
    isForAll ? 'All users' : `${includeTargets.length} groups`,
    state === 'enabled' ? 'Yes' : 'No',
  ];
  return [
    commandBar([
      ['Manage migration', 'people'],
      ['Refresh', 'refresh'],
      ['Got feedback?', 'feedback'],
    ]),
    element(
      '.page',
      {},
      element(
        'p.explanation',
        {},
        'Use this policy to configure the authentication methods your users may register and use.',
      ),
      element('h3', {}, 'Built-in'),
      table('Authentication method policies', ['Method', 'Target', 'Enabled'], [row]),
    ),
  ];
}
