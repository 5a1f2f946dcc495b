import { useEffect, useState } from 'preact/hooks';
import { composeForward, composeSubject, type Handover } from '../utils/handover-message';
import type { HandoverTexts } from '../utils/handover-texts';
import { mailtoOf } from '../utils/mailto';
import type { Contacts, Result } from '../utils/messages';
import { bringIntoView } from './bring-into-view';
import type { CopyWords } from './copy-status';
import type { HandOverActions } from './hand-over';
import { Notice } from './notice';
import { WordsOf } from './words-of';

type Contact = NonNullable<Contacts['manager']>;
type Message = { handover: Handover; texts: HandoverTexts; copy: HandOverActions['copy'] };

/** Drafts to the guest's manager and sponsors, who are read when this is opened; never with the pass. */
export function MailDrafts({ read, ...message }: Message & { read: () => Promise<Result<Contacts>> }) {
  const [answer, setAnswer] = useState<Result<Contacts>>();
  // Asked once, whatever is drawn anew around it.
  useEffect(() => {
    read().then(setAnswer);
  }, []);
  return (
    <div ref={bringIntoView} aria-live="polite">
      {answer ? <Answer answer={answer} {...message} /> : <p>Reading manager and sponsors…</p>}
    </div>
  );
}

function Answer({ answer, ...message }: Message & { answer: Result<Contacts> }) {
  if (!answer.ok)
    return (
      <Notice kind="danger">
        <WordsOf failure={answer.failure} />
      </Notice>
    );
  const { manager, sponsors } = answer.value;
  return (
    <ul class="drafts">
      <li>
        {manager ? <Draft who="manager" people={[manager]} {...message} /> : 'The guest has no manager.'}
      </li>
      <li>
        {sponsors === 'unknown' ? (
          'Your role may not read the sponsors of the guest.'
        ) : sponsors.length > 0 ? (
          <Draft who="sponsor" people={sponsors} {...message} />
        ) : (
          'The guest has no sponsor.'
        )}
      </li>
      <li class="hint">The pass is never in the draft.</li>
    </ul>
  );
}

/** The message is too long for the address that opens a draft. */
const pasteIt: CopyWords = {
  copied: 'Message copied. Paste it into the draft.',
  notCopied: 'The draft is empty. Choose Copy message and paste it there.',
};

function Draft(props: Message & { who: 'manager' | 'sponsor'; people: Contact[] }) {
  const { who, people, handover, texts, copy } = props;
  const addresses = people.flatMap(({ mail }) => mail ?? []);
  const body = composeForward(handover, texts);
  const { href, hasBody } = mailtoOf(addresses, composeSubject(handover, texts), body);
  const id = `${who}-names`;
  return (
    <>
      {addresses.length > 0 && (
        // A tab of its own: a mail program on the web must not replace the portal, nor a frame of it.
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          aria-describedby={id}
          onClick={(event) => !hasBody && copy(event, Promise.resolve(body), pasteIt)}
        >
          Mail to {who}…
        </a>
      )}
      <span id={id}>
        {people.map(({ displayName, mail }) => (
          <span key={displayName}>
            <bdi>{displayName}</bdi> (<bdi>{mail ?? 'no mail address'}</bdi>)
          </span>
        ))}
      </span>
    </>
  );
}
