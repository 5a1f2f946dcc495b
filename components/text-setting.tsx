import { useRef, useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { CheckIcon, ErrorIcon } from './icons';
import { LockedNote } from './locked-note';
import { problemOfSaving } from './problem-of-saving';

/** A text as it is stored, or what is wrong with it and where. */
export type Parsed = { ok: true; value: string } | { ok: false; problem: string };

type Props = {
  id: string;
  /** Stands above, where the setting is a step of a whole. */
  heading?: string;
  label: string;
  /** What the setting does, where its name does not say it. */
  hint?: string;
  placeholder: string;
  saved: string;
  /** The organisation has set it. */
  locked: boolean;
  parse: (text: string) => Parsed;
  save: (value: string) => Promise<void>;
};

/** A setting that is a line of text; `save` gets what `parse` made of it. */
export function TextSetting(props: Props) {
  const { id, heading, label, hint, placeholder, saved, locked, parse, save } = props;
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    // Enter submits a form that has no button, too.
    if (locked) return;
    const parsed = parse(field.current?.value ?? '');
    setSaid('');
    setProblem(parsed.ok ? '' : parsed.problem);
    if (!parsed.ok) return field.current?.focus();
    if (field.current) field.current.value = parsed.value;
    const found = await problemOfSaving(save(parsed.value));
    if (found) setProblem(found);
    else setSaid(text('saved'));
  }

  return (
    <form noValidate onSubmit={submit}>
      {heading && <h2>{heading}</h2>}
      <label for={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <div class="field">
        <input
          id={id}
          ref={field}
          type="text"
          defaultValue={saved}
          placeholder={placeholder}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          readOnly={locked}
          aria-invalid={problem !== ''}
          aria-describedby={`${hint ? `${id}-hint ` : ''}${locked ? `${id}-locked` : `${id}-problem`}`}
          onInput={() => setSaid('')}
        />
        {!locked && (
          <button type="submit" class="primary">
            {text('save')}
          </button>
        )}
      </div>
      {locked && <LockedNote id={`${id}-locked`} />}
      <p id={`${id}-problem`} class="problem">
        {problem && <ErrorIcon />}
        {problem}
      </p>
      <p role="status" class="success">
        {said && <CheckIcon />}
        {said}
      </p>
    </form>
  );
}
