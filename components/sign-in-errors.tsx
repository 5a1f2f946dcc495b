/** What each error that stays in the sign-in window means, and where it is mended; the browser tells us none of it. */
export function SignInErrors({ redirectUri }: { redirectUri: string }) {
  return (
    <>
      <p>If the sign-in window showed an error, look for it here:</p>
      <dl class="sign-in-errors">
        <dt>AADSTS700016</dt>
        <dd>
          The tenant does not know this Application (client) ID. Compare it, in step 2, with the{' '}
          <b>Overview</b> of the app registration, and sign in with an account of the tenant that the app is
          registered in.
        </dd>
        <dt>AADSTS50011</dt>
        <dd>
          The app registration does not have the redirect URI of this browser. Under <b>Authentication</b>,
          add <code dir="ltr">{redirectUri}</code> to the platform <b>Single-page application</b>.
        </dd>
        <dt>AADSTS9002326</dt>
        <dd>
          It has it under another platform. Under <b>Authentication</b>, move it to{' '}
          <b>Single-page application</b>.
        </dd>
        <dt>AADSTS65001, AADSTS90094, or “Need admin approval”</dt>
        <dd>The permissions are not granted. Have admin consent granted, see below.</dd>
        <dt>AADSTS50020</dt>
        <dd>The account is not one of this tenant. Sign in with one that is.</dd>
      </dl>
    </>
  );
}
