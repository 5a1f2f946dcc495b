import { useEffect, useState } from 'preact/hooks';
import { composeForward, composeSubject, type Handover } from '../utils/handover-message';
import type { HandoverTexts } from '../utils/handover-texts';
import { text } from '../utils/interface-text';
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
      {answer ? <Answer answer={answer} {...message} /> : <p>{text('readingContacts')}</p>}
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
      <li>{manager ? <Draft who="manager" people={[manager]} {...message} /> : text('noManager')}</li>
      <li>
        {sponsors === 'unknown' ? (
          text('sponsorsForbidden')
        ) : sponsors.length > 0 ? (
          <Draft who="sponsor" people={sponsors} {...message} />
        ) : (
          text('noSponsor')
        )}
      </li>
      <li class="hint">{text('passNotInDraft')}</li>
    </ul>
  );
}

/** The message is too long for the address that opens a draft. */
const pasteIt = (): CopyWords => ({ copied: text('pasteIntoDraft'), notCopied: text('draftIsEmpty') });

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
          onClick={(event) => !hasBody && copy(event, Promise.resolve(body), pasteIt())}
        >
          {text(who === 'manager' ? 'mailToManager' : 'mailToSponsor')}
        </a>
      )}
      <span id={id}>
        {people.map(({ displayName, mail }) => (
          <span key={displayName}>
            <bdi>{displayName}</bdi> (<bdi>{mail ?? text('noMailAddress')}</bdi>)
          </span>
        ))}
      </span>
    </>
  );
}
