import { Fragment } from 'preact';
import { text } from '../utils/interface-text';
import { Worded } from './worded';

/** What each error that stays in the sign-in window means, and where it is mended; the browser tells us none of it. */
export function SignInErrors({ redirectUri }: { redirectUri: string }) {
  const uri = <code dir="ltr">{redirectUri}</code>;
  const errors = [
    { name: 'AADSTS700016', means: <Worded text="errorAppUnknown" /> },
    { name: 'AADSTS50011', means: <Worded text="errorRedirectUriMissing" with={{ uri }} /> },
    { name: 'AADSTS9002326', means: <Worded text="errorRedirectUriPlatform" /> },
    { name: text('errorsOfConsent'), means: text('errorConsentMissing') },
    { name: 'AADSTS50020', means: text('errorAccountOfOtherTenant') },
  ];
  return (
    <>
      <p>{text('lookForErrorHere')}</p>
      <dl class="sign-in-errors">
        {errors.map(({ name, means }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{means}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}
