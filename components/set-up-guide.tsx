import { useState } from 'preact/hooks';
import { type TextKey, text } from '../utils/interface-text';
import { type Permission, permissions } from '../utils/scopes';
import { PermissionChoice } from './permission-choice';
import { RegistrationWays } from './registration-ways';
import { Worded } from './worded';

/** Who brought the Application (client) ID: then there is nothing to register and nothing to enter. */
export type GivenBy = 'organization' | 'build';

const reasons: Record<GivenBy, TextKey> = {
  organization: 'organizationGivesId',
  build: 'buildGivesId',
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
      <h2 id="set-up">{text('stepRegister')}</h2>
      {givenBy ? (
        <p>{text(reasons[givenBy])}</p>
      ) : (
        <>
          <p>
            <Worded text="registerHint" />
          </p>
          <RegistrationWays app={app} isDone={isDone} />
          <PermissionChoice chosen={more} choose={setMore} />
          <p>
            <Worded text="redirectUriPerBrowser" />
          </p>
        </>
      )}
    </section>
  );
}
