import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { avatar, commandBar, copyable, dateOf, facts, notice, tabs } from './parts.js';
import { bladeLink, read, say, userHash } from './shell-link.js';

/** A user's overview: basic info and feed, monitoring, properties. */
export async function userOverviewPage({ tenant, parameters }) {
  const user = await read(`users/${encodeURIComponent(parameters.userId ?? '')}`, tenant);
  say({ kind: 'title', text: user?.displayName ?? 'User' });
  if (!user)
    return [notice('User not found. The user may have been deleted, or is in another directory.', 'risk')];
  const panels = [
    { words: 'Overview', draw: () => [basicInfo(user), feed(user)] },
    { words: 'Monitoring', draw: () => [notice('No sign-ins in the last 30 days.')] },
    { words: 'Properties', draw: () => [properties(user)] },
  ];
  return [
    commandBar([
      ['Edit properties', 'edit'],
      ['Delete', 'bin'],
      ['Refresh', 'refresh'],
      ['Reset password', 'key'],
      ['Revoke sessions', 'stop'],
      ['Manage view', 'columns'],
      ['Got feedback?', 'feedback'],
    ]),
    element('.page', {}, ...tabs('User', panels)),
  ];
}

function basicInfo(user) {
  return element(
    'section.basic-info',
    {},
    element('h3', {}, 'Basic info'),
    element(
      '.who',
      {},
      avatar(user.displayName, 96),
      element(
        '.who-words',
        {},
        element('.who-name', {}, user.displayName),
        element('.who-upn', {}, user.userPrincipalName),
        element('.who-type', {}, user.userType),
      ),
    ),
    element(
      '.facts-columns',
      {},
      facts([
        ['User principal name', copyable('User principal name', user.userPrincipalName)],
        ['Object ID', copyable('Object ID', user.id)],
        ['Created date time', dateOf(user.createdDateTime)],
        ['User type', user.userType],
        ['Identities', user.issuer],
      ]),
      facts([
        ['Group memberships', bladeLink(String(user.groupCount), userHash(user.id, 'Groups'))],
        ['Applications', bladeLink('0', userHash(user.id, 'Applications'))],
        ['Assigned roles', bladeLink(String(user.roleCount), userHash(user.id, 'AdministrativeRole'))],
        ['Assigned licenses', bladeLink('0', userHash(user.id, 'Licenses'))],
      ]),
    ),
  );
}

function feed(user) {
  const cards = [
    ['person', 'Account status', user.accountEnabled ? 'Enabled' : 'Disabled', 'Edit'],
    ['signIn', 'Sign-ins', 'No interactive sign-in in the last 30 days', 'See all sign-ins'],
    user.externalUserState
      ? [
          'mail',
          'B2B invitation',
          `Invitation state: ${user.externalUserState}`,
          'Manage (resend invitation / reset status)',
        ]
      : ['mail', 'B2B collaboration', 'This is an internal account', 'Convert to external user'],
  ];
  return element(
    'section.feed',
    {},
    element('h3', {}, 'My Feed'),
    element(
      '.cards',
      {},
      cards.map(([picture, heading, words, act]) =>
        element(
          'article.card',
          {},
          element('.card-icon', {}, icon(picture, 24)),
          element(
            'div',
            {},
            element('h4', {}, heading),
            element('p', {}, words),
            button('.link', undefined, undefined, act),
          ),
        ),
      ),
    ),
  );
}

function properties(user) {
  const yesNo = (value) => (value ? 'Yes' : 'No');
  const group = (heading, pairs) =>
    element('section.property-group', {}, element('h3', {}, heading), facts(pairs));
  return element(
    '.property-groups',
    {},
    group('Identity', [
      ['Display name', user.displayName],
      ['User principal name', user.userPrincipalName],
      ['Object ID', user.id],
      ['Identities', user.issuer],
      ['User type', user.userType],
      ['Creation type', user.creationType],
      ['Created date time', dateOf(user.createdDateTime)],
      ['Preferred language', user.preferredLanguage],
    ]),
    group('Contact information', [['Email', user.mail]]),
    group('Settings', [['Account enabled', yesNo(user.accountEnabled)]]),
    group('On-premises', [['On-premises sync enabled', yesNo(user.onPremisesSyncEnabled)]]),
  );
}
