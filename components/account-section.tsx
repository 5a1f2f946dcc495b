import { useState } from 'preact/hooks';
import { wordsFor } from '../utils/failures';
import { call } from '../utils/messages';
import { CheckIcon } from './icons';
import { Notice } from './notice';
import { useReading } from './use-reading';

/** Who is signed in to Guestpass, and the way out. */
export function AccountSection() {
  const { reading, read } = useReading('readAccounts');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const accounts = reading?.ok ? reading.value : [];
  const empty = accounts.length === 0;

  async function signOutNow(): Promise<void> {
    setSaid('');
    setProblem('');
    const result = await call('signOut');
    await read();
    if (result.ok) setSaid('Signed out');
    else if (result.failure.code === 'issueInProgress')
      setProblem('An order is on its way. Wait for its result, then sign out.');
    else setProblem(wordsFor(result.failure).cause);
  }

  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">Signed in</h2>
      {reading?.ok === false && <Notice kind="danger">{wordsFor(reading.failure).cause}</Notice>}
      {reading?.ok && empty && <p class="empty">Nobody is signed in to Guestpass.</p>}
      {!empty && (
        <ul>
          {accounts.map(({ username, tenant }) => (
            <li key={`${username} ${tenant}`}>
              <bdi>{username}</bdi> in <bdi>{tenant}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p id="sign-out-hint">
        Signing out makes Guestpass forget these accounts, their tokens, and each pass that you have not
        dismissed. The passes themselves stay valid, and what is on the clipboard stays there. The record and
        the settings are kept. You stay signed in to the portal, so the next sign-in may ask for nothing.
      </p>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={empty}
          aria-describedby="sign-out-hint"
          onClick={() => empty || signOutNow()}
        >
          Sign out
        </button>
      </div>
      <p role="status" class="success">
        {said && <CheckIcon />}
        {said}
      </p>
      {problem && <Notice kind="danger">{problem}</Notice>}
    </section>
  );
}
