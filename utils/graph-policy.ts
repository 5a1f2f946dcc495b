import { acted, done, parsed, succeeded } from './graph-answer';
import { tapPolicyReply } from './graph-replies';
import type { Send } from './graph-send';
import type { TapPolicy } from './tap-policy';

/** The tenant's policy for Temporary Access Pass. */
export type GraphPolicy = {
  /**
   * Least delegated permission: Policy.Read.AuthenticationMethod. Without a role that may, `policyRoleMissing`.
   * https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethodconfiguration-get
   */
  readPolicy(): Promise<TapPolicy>;
  /**
   * One PATCH with what shall change, repeated after a 429 only; read the policy again to see it done. Targets are
   * replaced as a whole. Refused changes throw `policyNotChanged`, a lost answer `outcomeUnknown`. Least delegated
   * permission: Policy.ReadWrite.AuthenticationMethod; role: Authentication Policy Administrator.
   * https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethodconfiguration-update
   */
  updatePolicy(patch: Partial<TapPolicy>, clientRequestId?: string): Promise<void>;
};

const configurations = '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations';

/** Path of the policy for Temporary Access Pass. */
export const tapPolicyPath = `${configurations}/temporaryAccessPass`;

/** Path of the policy for passkeys. https://learn.microsoft.com/graph/api/fido2authenticationmethodconfiguration-get */
export const passkeyPolicyPath = `${configurations}/fido2`;

/** The part of Graph that reads and changes the policy. */
export function createGraphPolicy(send: Send): GraphPolicy {
  return {
    async readPolicy() {
      const reply = await send('get', tapPolicyPath);
      return parsed(tapPolicyReply, succeeded(reply, { 403: 'policyRoleMissing', 404: 'unexpected' }));
    },

    updatePolicy(patch, clientRequestId = crypto.randomUUID()) {
      return acted(clientRequestId, async () => {
        const reply = await send('patch', tapPolicyPath, {
          body: {
            '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
            ...patch,
          },
          headers: { 'client-request-id': clientRequestId },
        });
        done(reply, { 400: 'policyNotChanged', 403: 'policyRoleMissing', 404: 'policyNotChanged' });
      });
    },
  };
}
