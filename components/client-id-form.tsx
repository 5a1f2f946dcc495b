import { useRef, useState } from 'preact/hooks';
import { parseClientId } from './client-id';
import { CheckIcon, ErrorIcon } from './icons';

/** The field for the Application (client) ID; `save` gets a valid one, in lower case. */
export function ClientIdForm({ saved, save }: { saved: string; save: (clientId: string) => Promise<void> }) {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState('');
  const [said, setSaid] = useState('');

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const parsed = parseClientId(field.current?.value ?? '');
    setSaid('');
    setProblem(parsed.ok ? '' : parsed.problem);
    if (!parsed.ok) return field.current?.focus();
    if (field.current) field.current.value = parsed.clientId;
    try {
      await save(parsed.clientId);
      setSaid('Saved');
    } catch (error) {
      setProblem(`The browser could not save this: ${String(error)}`);
    }
  }

  return (
    <form noValidate onSubmit={submit}>
      <label for="client-id">Application (client) ID</label>
      <div class="field">
        <input
          id="client-id"
          ref={field}
          type="text"
          defaultValue={saved}
          placeholder="00000000-0000-0000-0000-000000000000"
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          aria-invalid={problem !== ''}
          aria-describedby="client-id-problem"
          onInput={() => setSaid('')}
        />
        <button type="submit" class="primary">
          Save
        </button>
      </div>
      <p id="client-id-problem" class="problem">
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
