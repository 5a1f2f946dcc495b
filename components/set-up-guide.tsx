import { useState } from 'preact/hooks';
import { type Permission, permissions } from '../utils/scopes';
import { PermissionChoice } from './permission-choice';
import { RegistrationWays } from './registration-ways';

/** Who brought the Application (client) ID: then there is nothing to register and nothing to enter. */
export type GivenBy = 'organization' | 'build';

const reasons: Record<GivenBy, string> = {
  organization: 'Your organization has set the Application (client) ID. There is nothing to register.',
  build: 'This build of Guestpass brings its Application (client) ID along. There is nothing to register.',
};

/** The first step: how to register the app that Guestpass signs in with. */
export function SetUpGuide(props: {
  redirectUri: string;
  givenBy: GivenBy | undefined;
  /** An Application (client) ID is saved. */
  isDone: boolean;
}) {
  const { redirectUri, givenBy, isDone } = props;
  const [more, setMore] = useState<readonly Permission[]>([]);
  const app = { redirectUris: [redirectUri], permissions: [...permissions.main, ...more] };
  return (
    <section aria-labelledby="set-up">
      <h2 id="set-up">1. Register the app in your tenant</h2>
      {givenBy ? (
        <p>{reasons[givenBy]}</p>
      ) : (
        <>
          <p>
            Guestpass signs in with an app registration of your own organization: a single-page application
            for one tenant, with delegated permissions and without a secret. One is enough for all admins. It
            takes <b>Application Developer</b> to register it, and <b>Cloud Application Administrator</b> to
            grant admin consent.
          </p>
          <RegistrationWays app={app} isDone={isDone} />
          <PermissionChoice chosen={more} choose={setMore} />
          <p>
            Each browser has its own redirect URI, which its options page shows: add one to the app's{' '}
            <b>Authentication</b> for every browser that your admins use.
          </p>
        </>
      )}
    </section>
  );
}
