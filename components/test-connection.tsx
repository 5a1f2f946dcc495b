import { useState } from 'preact/hooks';
import { plural, text } from '../utils/interface-text';
import { type Connection, call, type Result } from '../utils/messages';
import { AdminConsent } from './admin-consent';
import { CheckList } from './check-list';
import { checksOf, lacksConsent, mayShowError } from './connection-checks';
import { SignInErrors } from './sign-in-errors';
import { Worded } from './worded';

/** A test that has ended; the link where it showed, or may have, that permissions are missing. */
type Tested = { result: Result<Connection>; consentLink?: string | undefined };

/** The third step: whether all of it works, one thing after the other. */
export function TestConnection(props: { redirectUri: string; onTested: () => void }) {
  const { redirectUri, onTested } = props;
  const [busy, setBusy] = useState(false);
  const [tested, setTested] = useState<Tested>();

  async function test(): Promise<void> {
    setBusy(true);
    setTested(undefined);
    const result = await call('testConnection');
    setTested({ result, consentLink: await consentLinkFor(result) });
    setBusy(false);
    onTested();
  }

  const checks = tested ? checksOf(tested.result) : [];
  const troubles = checks.filter(({ state }) => state === 'fails' || state === 'warns').length;
  return (
    <section aria-labelledby="test-connection">
      <h2 id="test-connection">{text('stepTest')}</h2>
      <p>
        <Worded text="testConnectionHint" />
      </p>
      <div class="buttons test">
        <button type="button" class="primary" aria-disabled={busy} onClick={() => busy || test()}>
          {busy && <span class="spinner" />}
          {text('testConnection')}
        </button>
      </div>
      <p role="status" class={troubles === 0 ? 'success' : ''}>
        {busy && text('testing')}
        {tested && summaryOf(troubles)}
      </p>
      <CheckList checks={checks} />
      {tested && isUnclear(tested.result) && <SignInErrors redirectUri={redirectUri} />}
      {tested?.consentLink && <AdminConsent link={tested.consentLink} />}
    </section>
  );
}

const isUnclear = (result: Result<Connection>) => !result.ok && mayShowError(result.failure);

async function consentLinkFor(result: Result<Connection>): Promise<string | undefined> {
  if (!isUnclear(result) && !lacksConsent(result)) return undefined;
  const link = await call('readConsentLink', ...(result.ok ? [result.value.tenant.id] : []));
  return link.ok ? link.value : undefined;
}

function summaryOf(troubles: number): string {
  return troubles === 0 ? text('guestpassReady') : plural('thingsDoNotWork', troubles);
}
