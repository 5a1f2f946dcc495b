import type { OutOfScope } from '../utils/tap-scope';

/** Why the policy lets this user have no pass, and the one next step. */
export const describeScope: Record<OutOfScope, { cause: string; nextStep: string }> = {
  methodDisabled: {
    cause: 'Temporary Access Pass is turned off in the authentication methods policy of this tenant.',
    nextStep: 'An Authentication Policy Administrator can turn it on.',
  },
  excluded: {
    cause: 'The authentication methods policy excludes this user from Temporary Access Pass.',
    nextStep: 'Take the user out of the excluded group, or the group out of the policy:',
  },
  notIncluded: {
    cause: 'The authentication methods policy does not include this user in Temporary Access Pass.',
    nextStep: "An Authentication Policy Administrator can include one of the user's groups.",
  },
};
