import { text } from '../utils/interface-text';

/** Stands at a setting that the organisation has set; the control names its `id` as its description. */
export function LockedNote({ id }: { id: string }) {
  return (
    <p id={id} class="locked">
      {text('setByOrganization')}
    </p>
  );
}
