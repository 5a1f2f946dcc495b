import { useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { call } from '../utils/messages';
import { wordsFor } from './failure-words';
import { CheckIcon } from './icons';
import { Notice } from './notice';
import { useReading } from './use-reading';
import { Worded } from './worded';

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
    if (result.ok) setSaid(text('signedOut'));
    else if (result.failure.code === 'issueInProgress') setProblem(text('signOutAfterOrder'));
    else setProblem(wordsFor(result.failure).cause);
  }

  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">{text('signedIn')}</h2>
      {reading?.ok === false && <Notice kind="danger">{wordsFor(reading.failure).cause}</Notice>}
      {reading?.ok && empty && <p class="empty">{text('nobodySignedIn')}</p>}
      {!empty && (
        <ul>
          {accounts.map(({ username, tenant }) => (
            <li key={`${username} ${tenant}`}>
              <Worded
                text="adminInTenant"
                with={{ admin: <bdi>{username}</bdi>, tenant: <bdi>{tenant}</bdi> }}
              />
            </li>
          ))}
        </ul>
      )}
      <p id="sign-out-hint">{text('signOutHint')}</p>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={empty}
          aria-describedby="sign-out-hint"
          onClick={() => empty || signOutNow()}
        >
          {text('signOut')}
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
