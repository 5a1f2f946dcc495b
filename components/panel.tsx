import { type ComponentChildren, Fragment, type RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { text } from '../utils/interface-text';
import type { Target } from '../utils/messages';
import type { WithoutPanel } from './explanation';
import type { Remedies } from './failure-notice';
import { focusOn } from './focus-on';
import type { IssuedActions, IssuedTarget } from './issued-user';
import { LateFailure } from './late-failure';
import { lazy } from './lazy';
import { OneButton } from './one-button';
import type { CareActions } from './pass-care';
import { PassIcon } from './pass-icon';
import { ReadyUser } from './ready-user';
import { type Status, StatusLine } from './status-line';
import type { ReadyTarget, TargetReader } from './target-reader';
import type { Dock } from './use-dock';
import type { OptionsActions, OptionsView } from './use-draft';
import type { Step } from './use-issue';
import { Worded } from './worded';

const Explanation = lazy(async () => (await import('./explanation')).Explanation);
const IssuedUser = lazy(async () => (await import('./issued-user')).IssuedUser);
const NotSetUp = lazy(async () => (await import('./late-notices')).NotSetUp);
const DockTools = lazy(async () => (await import('./dock-tools')).DockTools);
const EdgeTab = lazy(async () => (await import('./edge-tab')).EdgeTab);
const PassCare = lazy(async () => (await import('./pass-care')).PassCare);

/** All that the panel can show; nothing else decides what is on the screen. */
export type View =
  | { state: 'nothing' }
  | { state: 'loading' }
  | { state: 'notSetUp' }
  | { state: 'notHere'; why: Failure }
  | (Extract<Target, { state: 'signInRequired' }> & { signingIn: boolean })
  /** In the popup only: why there is no panel on the page. */
  | { state: 'explained'; target: WithoutPanel }
  | { state: 'failed'; failure: Failure; signingIn: boolean }
  | { state: 'ready'; target: ReadyTarget; step: Step; options: OptionsView; mayOrder: boolean }
  | { state: 'issued'; target: IssuedTarget; armed: boolean; mayOrder: boolean };

/** What the admin can do in the panel. */
export type Actions = Remedies &
  OptionsActions &
  IssuedActions & {
    press: (event: Event) => void;
    confirm: (event: Event) => void;
    cancel: () => void;
    dismiss: () => void;
    care: CareActions;
    reader: Pick<TargetReader, 'seen' | 'readQuietly'>;
  };

type Props = {
  view: View;
  status?: Status | undefined;
  /** Milliseconds since 1970. */
  now: number;
  on: Actions;
  /** Receives the card, to watch whether it can be seen. */
  card?: RefObject<HTMLElement | null>;
  /** Its place on the portal's page, where it has one. */
  dock?: Dock | undefined;
};

/** Draws the panel: the same view always looks the same. */
export function Panel(props: Props) {
  const { view, now, dock } = props;
  if (view.state === 'nothing') return null;
  if (!dock) return <Card {...props} />;
  return (
    <div class="around" ref={dock.around}>
      {/* Kept while it can't be seen: what was begun in it goes on. */}
      <Card {...props} />
      {dock.collapsed && <EdgeTab dock={dock} view={view} now={now} />}
    </div>
  );
}

function Card({ view, status, now, on, card, dock }: Props) {
  const own = useRef<HTMLElement>(null);
  const element = card ?? own;
  useKeptFocus(element, view.state === 'ready' ? view.step.name : view.state);
  const isReady = view.state === 'ready';
  useEffect(() => {
    // A click may need it at once.
    if (isReady) IssuedUser.load();
  }, [isReady]);
  return (
    <main class="card" ref={element} hidden={dock?.collapsed}>
      <header class={dock && 'grip'}>
        <PassIcon />
        <h1>Guestpass</h1>
        {dock && <DockTools dock={dock} />}
      </header>
      <div class="body" aria-busy={view.state === 'loading'}>
        {bodyOf(view, now, on)}
      </div>
      <footer>
        <StatusLine status={status} />
        {view.state === 'issued' && (
          <button type="button" onClick={on.dismiss}>
            {text('done')}
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
      return <NotSetUp options={on.options} />;
    case 'notHere':
      return <NotSetUp options={on.options} why={view.why} />;
    case 'signInRequired':
      return (
        <OneButton
          title={text('signInToIssue')}
          label={text('signIn')}
          press={(event) => on.signIn(event)}
          busy={view.signingIn}
        >
          <SignInReason {...view} />
        </OneButton>
      );
    case 'explained':
      return <Explanation target={view.target} on={on} />;
    case 'failed':
      return <LateFailure failure={view.failure} on={on} busy={view.signingIn} again="tryAgain" />;
    case 'ready':
      return (
        <>
          <ReadyUser {...view} now={now} on={on} />
          {view.target.pass && view.step.name !== 'confirming' && (
            <PassCare
              key={view.target.pass.id}
              target={view.target}
              pass={view.target.pass}
              now={now}
              mayOrder={view.mayOrder}
              open={false}
              on={on.care}
            />
          )}
        </>
      );
    case 'issued':
      return (
        <Fragment key={view.target.issued.id}>
          <IssuedUser target={view.target} armed={view.armed} now={now} on={on} />
          <PassCare
            target={view.target}
            pass={view.target.issued}
            now={now}
            mayOrder={view.mayOrder}
            open={true}
            on={on.care}
          />
        </Fragment>
      );
    default:
      return view satisfies never;
  }
}

/** Which tenant this page belongs to, and where the admin is signed in instead. */
function SignInReason({ tenant, signedIn }: Extract<Target, { state: 'signInRequired' }>) {
  const named = (name: string) => <bdi class="tenant">{name}</bdi>;
  if (!tenant) return <Worded text="useAccountOfPage" />;
  if (!signedIn) return <Worded text="useAccountOfTenant" with={{ tenant: named(tenant) }} />;
  return (
    <Worded
      text="otherTenantThanPage"
      with={{
        tenant: named(tenant),
        otherTenant: named(signedIn.tenant),
        admin: named(signedIn.admin),
      }}
    />
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
    focusOn(next);
  }, [card, stage]);
}
