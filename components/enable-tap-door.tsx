import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type TextKey, text } from '../utils/interface-text';
import type { EnableTap } from './enable-tap';
import type { Remedies } from './failure-notice';
import { LateFailure } from './late-failure';
import { Notice } from './notice';
import type { ReadyTarget, TargetReader } from './target-reader';

/** What opens the door to the policy, where the policy is what stands between a user and a pass. */
const labels: Partial<Record<ReadyTarget['scope'], TextKey>> = {
  methodDisabled: 'enableTap',
  notIncluded: 'changePolicy',
};

type Props = {
  target: ReadyTarget;
  on: Remedies & { reader: Pick<TargetReader, 'seen' | 'readQuietly'> };
  /** What stands here while the door is closed. */
  children: ComponentChildren;
};

/** The way to the policy and back, for one user; needs a `key` for each. What is behind it is loaded when opened. */
export function EnableTapDoor({ target, on, children }: Props) {
  const [Opened, setOpened] = useState<typeof EnableTap>();
  const [outcome, setOutcome] = useState<'changed' | 'notLoaded'>();
  const place = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !Opened) place.current?.querySelector<HTMLElement>('[data-way-back]')?.focus();
    wasOpen.current = Opened !== undefined;
  }, [Opened]);

  async function open(): Promise<void> {
    setOutcome(undefined);
    try {
      const { EnableTap } = await import('./enable-tap');
      setOpened(() => EnableTap);
    } catch {
      // This page outlived its extension.
      setOutcome('notLoaded');
    }
  }

  async function changed(): Promise<void> {
    // The background tells all panels to read again, and an answer that another reading overtook does not count.
    if (!(await on.reader.readQuietly())) await on.reader.readQuietly();
    setOutcome('changed');
    setOpened(undefined);
  }

  if (Opened)
    return (
      <Opened
        target={target}
        reader={on.reader}
        close={() => setOpened(undefined)}
        changed={changed}
        options={on.options}
      />
    );
  const label = labels[target.scope];
  return (
    <div class="door" ref={place}>
      {outcome === 'changed' && (
        <div tabIndex={-1} data-way-back>
          <Changed scope={target.scope} />
        </div>
      )}
      {outcome === 'notLoaded' && (
        <LateFailure failure={{ code: 'noAnswer' }} on={on} busy={false} again="tryAgain" />
      )}
      {children}
      {label && (
        <button type="button" class="wide" data-way-back onClick={open}>
          {text(label)}
        </button>
      )}
    </div>
  );
}

function Changed({ scope }: { scope: ReadyTarget['scope'] }) {
  if (scope === 'notIncluded') return <Notice kind="warning">{text('changedNotInGroups')}</Notice>;
  if (scope === 'excluded') return <Notice kind="warning">{text('changedButExcludes')}</Notice>;
  return <Notice kind="info">{text('changedMayTakeMinutes')}</Notice>;
}
