import { button, element } from '../look/element.js';
import { chooser } from './chooser.js';
import { copyButton, dateOf, facts, notice } from './parts.js';
import { read, say, send } from './shell-link.js';

/** The pane in which the portal itself adds a method. Only the Temporary Access Pass can really be added here. */
export async function addAuthenticationMethodPage({ tenant, parameters }) {
  const path = `users/${encodeURIComponent(parameters.userId ?? '')}`;
  const [user, policy] = await Promise.all([read(path, tenant), read('policy', tenant)]);
  const form = element('.pane-form');
  const add = button('.primary', undefined, undefined, 'Add');
  const footer = element('.pane-footer', {}, add);
  const problem = element('.problem', { role: 'alert' });
  const wish = passForm(user, policy);
  let chosen;
  add.disabled = true;
  add.addEventListener('click', async () => {
    add.disabled = true;
    const { ok, body } = await send('POST', `${path}/pass`, tenant, wish.value());
    if (ok) {
      showPass(body, form, footer);
    } else {
      problem.replaceChildren(notice(body.error.message, 'risk'));
      add.disabled = false;
    }
  });
  const methods = ['Temporary Access Pass', 'Phone number', 'Email', 'Passkey (FIDO2)', 'QR code'];
  const choice = chooser('Choose method', methods, (method) => {
    chosen =
      method === 'Temporary Access Pass' ? wish.drawn : notice(`${method} is not part of the sandbox.`);
    add.disabled = chosen !== wish.drawn;
    form.replaceChildren(choice, chosen, problem);
  });
  form.replaceChildren(choice);
  return [element('.pane', {}, form, footer)];
}

function passForm(user, policy) {
  const lifetime = element('input', {
    type: 'range',
    'aria-label': 'Activation duration in minutes',
    min: policy.minimumLifetimeInMinutes,
    max: policy.maximumLifetimeInMinutes,
    step: 30,
    value: policy.defaultLifetimeInMinutes,
    oninput: () => {
      words.textContent = hoursOf(lifetime.value);
    },
  });
  const words = element('output', {}, hoursOf(policy.defaultLifetimeInMinutes));
  const once = (label, isChecked) =>
    element('label', {}, element('input', { type: 'radio', name: 'once', checked: isChecked }), ` ${label}`);
  const start = element('input', { type: 'datetime-local', 'aria-label': 'Start time', hidden: true });
  const delayed = element('input', {
    type: 'checkbox',
    onchange: () => {
      start.hidden = !delayed.checked;
    },
  });
  const yes = once('Yes', policy.isUsableOnce);
  const drawn = element(
    'div',
    {},
    element(
      'p',
      {},
      `Create a Temporary Access Pass for ${user?.displayName ?? 'this user'}. While the pass is valid, the user can use it to sign in and register strong credentials.`,
    ),
    element('label.field', {}, delayed, ' Delayed start time'),
    start,
    element(
      '.field',
      {},
      element('.field-label', {}, 'Activation duration'),
      element('.slider', {}, lifetime, words),
    ),
    element(
      '.field',
      {},
      element('.field-label', {}, 'One-time use'),
      yes,
      ' ',
      once('No', !policy.isUsableOnce),
    ),
  );
  return {
    drawn,
    value: () => ({
      lifetimeInMinutes: Number(lifetime.value),
      isUsableOnce: yes.querySelector('input').checked,
      ...(delayed.checked && start.value ? { startDateTime: new Date(start.value).toISOString() } : {}),
    }),
  };
}

const hoursOf = (minutes) => `${Number(minutes) / 60} hour${Number(minutes) === 60 ? '' : 's'}`;

function showPass(pass, form, footer) {
  const code = element('input.pass', {
    readonly: true,
    value: pass.temporaryAccessPass,
    'aria-label': 'Provide Pass',
  });
  form.replaceChildren(
    element('h3', {}, 'Temporary Access Pass details'),
    element('.field-label', {}, 'Provide Pass'),
    element(
      'p.quiet',
      {},
      'Provide this Temporary Access Pass to the user so they can set their strong credentials.',
    ),
    element(
      '.pass-row',
      {},
      code,
      copyButton('Copy to clipboard', () => pass.temporaryAccessPass),
    ),
    element('.field-label', {}, 'Secure registration'),
    element(
      'p.quiet',
      {},
      'Have the user go to https://mysignins.microsoft.com/security-info to set their strong credentials.',
    ),
    element('.field-label', {}, 'Additional information'),
    facts([
      ['Valid from', dateOf(pass.startDateTime)],
      ['Valid until', dateOf(Date.parse(pass.startDateTime) + pass.lifetimeInMinutes * 60_000)],
      ['Created', dateOf(pass.createdDateTime)],
      ['One-time use', pass.isUsableOnce ? 'Yes' : 'No'],
    ]),
    notice('The pass is shown once. It cannot be read again after this pane is closed.'),
  );
  footer.replaceChildren(button('.primary', undefined, () => say({ kind: 'closePane' }), 'OK'));
}
