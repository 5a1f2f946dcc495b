import { type ComponentChild, render } from 'preact';
import { guestLanguages } from '../utils/guest-language';
import { composeSubject, type Handover } from '../utils/handover-message';
import type { HandoverTexts } from '../utils/handover-texts';
import { signInAddress } from '../utils/sign-in-address';

/** The message to a guest as a page of paper; what has to be typed stands out. */
export function PrintCard(props: {
  handover: Handover;
  texts: HandoverTexts;
  message: string;
  /** Only where the message has it. */
  temporaryAccessPass?: string;
}) {
  const { handover, texts, message, temporaryAccessPass } = props;
  const typed = [signInAddress(handover.cloud, handover.tenant.id), handover.userPrincipalName];
  const looksOf = (line: string) => {
    if (line === temporaryAccessPass) return 'typed pass';
    return typed.includes(line) ? 'typed' : '';
  };
  return (
    <article lang={texts.language} dir={guestLanguages[texts.language].direction}>
      <h1>{composeSubject(handover, texts)}</h1>
      {message.split('\n\n').map((paragraph) => (
        <p key={paragraph}>
          {paragraph.split('\n').map((line) => (
            <span key={line} class={looksOf(bare(line))}>
              {line}
            </span>
          ))}
        </p>
      ))}
    </article>
  );
}

/**
 * Prints this and nothing else of the page. Returns when the print dialog is closed.
 *
 * Security: what is printed is in the document only so long, and never on the screen.
 * https://html.spec.whatwg.org/multipage/timers-and-user-prompts.html#printing
 */
export function printSheet(content: ComponentChild): void {
  const sheet = document.createElement('main');
  sheet.className = 'sheet';
  document.body.append(sheet);
  try {
    render(content, sheet);
    window.print();
  } finally {
    render(null, sheet);
    sheet.remove();
  }
}

/** A line without the marks that keep it from disturbing an Arabic text. */
function bare(line: string): string {
  return line.replace(/[\u2066-\u2069]/g, '').trim();
}
