import type { ComponentChildren } from 'preact';

type Props = {
  type: 'radio' | 'checkbox';
  checked: boolean;
  choose: () => void;
  /** Id of the element that tells what is wrong with it, if anything is. */
  problemId?: string | undefined;
  children: ComponentChildren;
};

/** A radio button or check box with its words; radio buttons that stand together must share a form. */
export function Choice({ type, checked, choose, problemId, children }: Props) {
  return (
    <label class="choice">
      <input
        type={type}
        {...(type === 'radio' ? { name: 'choice' } : {})}
        checked={checked}
        aria-invalid={problemId !== undefined}
        aria-describedby={problemId}
        onChange={choose}
      />
      <span>{children}</span>
    </label>
  );
}
