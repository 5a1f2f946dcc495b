import './hand-over.css';
import { useCallback, useState } from 'preact/hooks';
import { type GuestLanguage, guestLanguageOf } from '../utils/guest-language';
import { composeMessage, composeMessageWithPass, type Handover } from '../utils/handover-message';
import { type HandoverTexts, loadHandoverTexts } from '../utils/handover-texts';
import { text } from '../utils/interface-text';
import type { Contacts, Result } from '../utils/messages';
import type { CopyWords } from './copy-status';
import { CopyIcon } from './icons';
import type { IssuedTarget } from './issued-user';
import { LanguageSelect } from './language-select';
import { MailDrafts } from './mail-drafts';
import { maskPass } from './mask-pass';
import { MessagePreview } from './message-preview';
import { PrintCard, printSheet } from './print-card';
import { SpelledPass } from './spelled-pass';
import { useAutoHide } from './use-auto-hide';
import { useLazy } from './use-lazy';
import { Worded } from './worded';

/** What handing over asks of the panel around it. */
export type HandOverActions = {
  /** Called in the click; the text may come later. */
  copy: (event: Event, text: Promise<string>, words: CopyWords) => void;
  /** Security: asked in the click that is about to reveal the pass. */
  mayReveal: (event: Event) => boolean;
  readContacts: (target: IssuedTarget) => Promise<Result<Contacts>>;
};

/** Brings a pass to its guest: by message, printed card, a draft to who answers for the guest, or on the phone. */
export function HandOver(props: {
  target: IssuedTarget;
  /** The admin has the pass shown, so the message may show it too. */
  passShown: boolean;
  hidePass: () => void;
  armed: boolean;
  on: HandOverActions;
}) {
  const { target, passShown, hidePass, armed, on } = props;
  const { guest, issued } = target;
  const { temporaryAccessPass } = issued;
  const [language, setLanguage] = useState<GuestLanguage>(
    guestLanguageOf(guest.preferredLanguage) ?? target.messageLanguage,
  );
  const [withPass, setWithPass] = useState(false);
  const [opened, setOpened] = useState<'mail' | 'spelled'>();
  // Both here, also what IssuedUser shows: the panel's first load need not carry it.
  useAutoHide(passShown, hidePass, target.hiding);
  useAutoHide(opened === 'spelled', () => setOpened(undefined), target.hiding);
  const load = useCallback(() => loadHandoverTexts(language), [language]);
  const texts = useLazy(load);
  const handover = handoverOf(target);

  const compose = (texts: HandoverTexts, pass = temporaryAccessPass) =>
    withPass ? composeMessageWithPass(handover, pass, texts) : composeMessage(handover, texts);

  function copyMessage(event: Event): void {
    // The texts of the chosen language may still be on their way.
    const message = load().then((texts) => compose(texts));
    on.copy(event, message, {
      copied: text(withPass ? 'messageCopiedWithPass' : 'messageCopied'),
      notCopied: text('couldNotCopyMessage'),
    });
  }

  function copyUpn(event: Event): void {
    on.copy(event, Promise.resolve(guest.userPrincipalName), {
      copied: text('upnCopied'),
      notCopied: text('couldNotCopyUpn'),
    });
  }

  function print(event: Event): void {
    if (!texts || !on.mayReveal(event)) return;
    printSheet(
      <PrintCard
        handover={handover}
        texts={texts}
        message={compose(texts)}
        {...(withPass ? { temporaryAccessPass } : {})}
      />,
    );
  }

  function toggleSpelled(event: Event): void {
    if (opened === 'spelled') setOpened(undefined);
    else if (on.mayReveal(event)) setOpened('spelled');
  }

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !opened) return;
    const section = event.currentTarget as HTMLElement;
    section.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpened(undefined);
    // The toolbar's popup would close with it.
    event.preventDefault();
  }

  return (
    <section class="hand-over" aria-labelledby="hand-over" onKeyDown={closeOnEscape}>
      <h3 id="hand-over">{text('handOver')}</h3>
      <p>
        <Worded
          text={differs(guest) ? 'signsInNotWithMail' : 'signsInWithUpn'}
          with={{
            upn: (
              <bdi>
                <b>{guest.userPrincipalName}</b>
              </bdi>
            ),
          }}
        />
      </p>
      <div class="choices">
        <LanguageSelect language={language} choose={setLanguage} />
        <label>
          <input
            type="checkbox"
            checked={withPass}
            onChange={(event) => setWithPass(event.currentTarget.checked)}
          />
          {text('includePass')}
        </label>
      </div>
      <div class="buttons">
        <button type="button" onClick={copyUpn}>
          <CopyIcon />
          {text('copyUpn')}
        </button>
        <button type="button" onClick={copyMessage}>
          <CopyIcon />
          {text('copyMessage')}
        </button>
      </div>
      <details>
        <summary>{text('messageToGuest')}</summary>
        {texts && (
          <MessagePreview
            language={texts.language}
            text={compose(texts, passShown ? temporaryAccessPass : maskPass(temporaryAccessPass))}
          />
        )}
      </details>
      <div class="buttons">
        {canPrint && (
          <button type="button" aria-disabled={!armed || !texts} onClick={print}>
            {text('printCard')}
          </button>
        )}
        <button
          type="button"
          aria-expanded={opened === 'mail'}
          onClick={() => setOpened(opened === 'mail' ? undefined : 'mail')}
        >
          {text('mail')}
        </button>
        <button
          type="button"
          aria-expanded={opened === 'spelled'}
          aria-disabled={opened !== 'spelled' && !armed}
          onClick={toggleSpelled}
        >
          {text('spellOut')}
        </button>
      </div>
      {opened === 'mail' && texts && (
        <MailDrafts handover={handover} texts={texts} copy={on.copy} read={() => on.readContacts(target)} />
      )}
      {opened === 'spelled' && <SpelledPass temporaryAccessPass={temporaryAccessPass} />}
    </section>
  );
}

/** Chromium ignores `window.print()` in the toolbar's popup, without a word; in a frame both browsers print the frame. */
const canPrint = window.parent !== window;

function handoverOf({ cloud, tenant, guest, register, issued }: IssuedTarget): Handover {
  const { displayName, userPrincipalName } = guest;
  return { cloud, tenant, displayName, userPrincipalName, register, pass: issued };
}

function differs({ mail, userPrincipalName }: IssuedTarget['guest']): boolean {
  return mail !== undefined && mail.toLowerCase() !== userPrincipalName.toLowerCase();
}
