import { ErrorIcon } from './icons';

/** What is wrong with a field; always there for the field to point at, empty while nothing is. */
export function FieldProblem({ id, text }: { id: string; text: string | undefined }) {
  return (
    <p id={id} class="problem">
      {text && <ErrorIcon />}
      {text && <span>{text}</span>}
    </p>
  );
}
