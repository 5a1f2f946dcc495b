import { text } from '../utils/interface-text';
import type { OutOfScope } from '../utils/tap-scope';

/** Why the policy lets this user have no pass, and the one next step. */
export function describeScope(scope: OutOfScope): { cause: string; nextStep: string } {
  switch (scope) {
    case 'methodDisabled':
      return { cause: text('tapTurnedOff'), nextStep: text('adminCanTurnOn') };
    case 'excluded':
      return { cause: text('policyExcludesUser'), nextStep: text('takeOutOfExcluded') };
    case 'notIncluded':
      return { cause: text('policyLacksUser'), nextStep: text('adminCanInclude') };
    default:
      return scope satisfies never;
  }
}
