import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Failure, wordsFor } from '../utils/failures';
import { FailureNotice, type Remedies } from './failure-notice';
import { CheckIcon, PassIcon, WarningIcon } from './icons';
import { IssuedUser } from './issued-user';
import { ReadyUser } from './ready-user';
import type { ReadyTarget } from './target-reader';
import type { Step } from './use-issue';

/** All that the panel can show; nothing else decides what is on the screen. */
export type View =
  | { state: 'nothing' }
  | { state: 'loading' }
  | { state: 'notSetUp' }
  | { state: 'signInRequired'; tenant?: string; signingIn: boolean }
  | { state: 'failed'; failure: Failure; signingIn: boolean }
  | { state: 'ready'; target: ReadyTarget; step: Step; armed: boolean }
  | { state: 'issued'; target: ReadyTarget & { issued: NonNullable<ReadyTarget['issued']> } };

/** One line told in passing: what happens now, or what became of a copy. */
export type Status = { kind: 'progress' | 'success' | 'warning'; text: string; forScreenReaders?: string };

/** What the admin can do in the panel. */
export type Actions = Remedies & {
  press: (event: Event) => void;
  confirm: (event: Event) => void;
  cancel: () => void;
  copy: (event: Event) => void;
  dismiss: () => void;
};

type Props = {
  view: View;
  status?: Status | undefined;
  /** Milliseconds since 1970. */
  now: number;
  on: Actions;
  /** Receives the card, to watch whether it can be seen. */
  card?: RefObject<HTMLElement | null>;
};

/** Draws the panel: the same view always looks the same. */
export function Panel({ view, status, now, on, card }: Props) {
  const own = useRef<HTMLElement>(null);
  const element = card ?? own;
  useKeptFocus(element, view.state === 'ready' ? view.step.name : view.state);
  if (view.state === 'nothing') return null;
  return (
    <main class="card" ref={element}>
      <header>
        <PassIcon />
        <h1>Guestpass</h1>
      </header>
      <div class="body" aria-busy={view.state === 'loading'}>
        {bodyOf(view, now, on)}
      </div>
      <footer>
        {/* Always there: a screen reader tells what appears in it, not that it appears. */}
        <p role="status" class={status?.kind}>
          {status?.kind === 'success' && <CheckIcon />}
          {status?.kind === 'warning' && <WarningIcon />}
          {status && <span>{status.text}</span>}
          {status?.forScreenReaders && <span class="offscreen">{status.forScreenReaders}</span>}
        </p>
        {view.state === 'issued' && (
          <button type="button" onClick={on.dismiss}>
            Done
          </button>
        )}
      </footer>
    </main>
  );
}

function bodyOf(view: View, now: number, on: Actions): ComponentChildren {
  switch (view.state) {
    case 'nothing':
      return null;
    case 'loading':
      return <Skeleton />;
    case 'notSetUp':
      return (
        <OneButton title="Set up Guestpass" label="Options" press={on.options} busy={false}>
          {wordsFor({ code: 'notSetUp' }).cause} {wordsFor({ code: 'notSetUp' }).nextStep}
        </OneButton>
      );
    case 'signInRequired':
      return (
        <OneButton title="Sign in to issue a pass" label="Sign in" press={on.signIn} busy={view.signingIn}>
          Use an account that may issue a Temporary Access Pass in{' '}
          {view.tenant ? (
            <>
              the tenant <bdi class="tenant">{view.tenant}</bdi>.
            </>
          ) : (
            'the tenant of this page.'
          )}
        </OneButton>
      );
    case 'failed':
      return <FailureNotice failure={view.failure} on={on} busy={view.signingIn} again="Try again" />;
    case 'ready':
      return <ReadyUser target={view.target} step={view.step} armed={view.armed} now={now} on={on} />;
    case 'issued':
      return (
        <IssuedUser
          key={view.target.issued.id}
          target={view.target}
          issued={view.target.issued}
          now={now}
          on={on}
        />
      );
    default:
      return view satisfies never;
  }
}

type OneButtonProps = {
  title: string;
  label: string;
  press: (event: Event) => void;
  busy: boolean;
  children: ComponentChildren;
};

function OneButton({ title, label, press, busy, children }: OneButtonProps) {
  return (
    <>
      <h2 tabIndex={-1} data-focus>
        {title}
      </h2>
      <p>{children}</p>
      <button type="button" class="primary wide" aria-disabled={busy} onClick={press}>
        {busy && <span class="spinner" />}
        {label}
      </button>
    </>
  );
}

function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <span class="line name" />
      <span class="line" />
      <span class="line short" />
      <span class="line" />
      <span class="line" />
      <span class="line button" />
    </div>
  );
}

/** Keeps the keyboard in the panel when the button that had the focus is gone. */
function useKeptFocus(card: RefObject<HTMLElement | null>, stage: string): void {
  const before = useRef(stage);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = stage;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (from === stage || !lost || !document.hasFocus()) return;
    // The most particular place first; after Cancel, the button that led there.
    const places = ['[data-focus-first]', from === 'confirming' ? '.action button' : '[data-focus]'];
    const next = places.map((place) => card.current?.querySelector<HTMLElement>(place)).find(Boolean);
    next?.focus();
  }, [card, stage]);
}
