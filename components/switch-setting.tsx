import { useState } from 'preact/hooks';
import { problemOfSaving } from './problem-of-saving';
import { SwitchField } from './switch-field';

type Props = {
  id: string;
  label: string;
  hint: string;
  saved: boolean;
  /** The organisation has set it. */
  locked: boolean;
  save: (value: boolean) => Promise<void>;
};

/** A setting that is on or off, saved at once. */
export function SwitchSetting({ saved, save, ...field }: Props) {
  const [problem, setProblem] = useState('');

  async function change(event: Event & { currentTarget: HTMLInputElement }): Promise<void> {
    const { checked } = event.currentTarget;
    setProblem('');
    setProblem(await problemOfSaving(save(checked)));
  }

  return <SwitchField {...field} state={{ defaultChecked: saved }} turn={change} problem={problem} />;
}
