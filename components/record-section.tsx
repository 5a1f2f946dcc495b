import { useState } from 'preact/hooks';
import { plural, text } from '../utils/interface-text';
import { call } from '../utils/messages';
import { recordCsv } from '../utils/record-csv';
import { isKept, retentionChoices } from '../utils/record-retention';
import { Confirmation } from './confirmation';
import { wordsFor } from './failure-words';
import { formatMinutes } from './format-time';
import { CheckIcon } from './icons';
import { Notice } from './notice';
import { problemOfSaving } from './problem-of-saving';
import { RecordTable } from './record-table';
import { saveFile } from './save-file';
import { SelectSetting } from './select-setting';
import { settingWords } from './setting-words';
import { useReading } from './use-reading';

type Props = {
  /** Days. */
  savedRetention: number;
  /** The organisation has set it. */
  retentionLocked: boolean;
  saveRetention: (days: number) => Promise<void>;
};

/** An open question: whether to delete all entries, or, with `days`, those that are older. */
type Question = { entries: number; days?: number };

/** The record that this browser keeps: to read, to export, to clear, and for how long. */
export function RecordSection({ savedRetention, retentionLocked, saveRetention }: Props) {
  const { reading, read } = useReading('readRecord');
  const [retention, setRetention] = useState(savedRetention);
  const [question, setQuestion] = useState<Question>();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState('');
  const entries = reading?.ok ? reading.value : [];
  const empty = entries.length === 0;

  function ask(question: Question | undefined): void {
    setSaid('');
    setProblem('');
    setQuestion(question);
  }

  function choose(days: number): void {
    const older = entries.filter((entry) => !isKept(entry, days, Date.now())).length;
    if (older > 0) ask({ entries: older, days });
    else keepFor(days);
  }

  async function keepFor(days: number): Promise<void> {
    ask(undefined);
    const found = await problemOfSaving(saveRetention(days));
    if (found) return setProblem(found);
    setRetention(days);
    await read();
    setSaid(text('saved'));
  }

  async function clearNow(): Promise<void> {
    ask(undefined);
    const result = await call('clearRecord');
    await read();
    if (result.ok) setSaid(text('recordCleared'));
    else setProblem(wordsFor(result.failure).cause);
  }

  function exportNow(): void {
    ask(undefined);
    const today = new Date().toISOString().slice(0, 10);
    saveFile(`guestpass-record-${today}.csv`, 'text/csv', recordCsv(entries));
    setSaid(plural('entriesExported', entries.length));
  }

  return (
    <section aria-labelledby="record">
      <h2 id="record">{text('record')}</h2>
      <p>{text('recordHint')}</p>
      <div class="record-controls">
        <SelectSetting
          id="retention"
          label={text(settingWords.recordRetentionInDays.label)}
          chosen={question?.days ?? retention}
          choices={retentionChoices}
          nameOf={(days) => (days === 0 ? text('keepNoEntries') : formatMinutes(days * 24 * 60))}
          locked={retentionLocked}
          choose={choose}
        />
        <div class="buttons">
          <button type="button" aria-disabled={empty} onClick={() => empty || exportNow()}>
            {text('exportCsv')}
          </button>
          <button
            type="button"
            aria-disabled={empty}
            onClick={() => empty || ask({ entries: entries.length })}
          >
            {text('clearRecord')}
          </button>
        </div>
      </div>
      {question && (
        <Confirmation
          question={text(question.days === undefined ? 'clearRecordQuestion' : 'deleteOlderQuestion')}
          consequence={plural('deletesEntries', question.entries)}
          action={text(question.days === undefined ? 'clearRecord' : 'deleteEntries')}
          on={{
            confirm: () => (question.days === undefined ? clearNow() : keepFor(question.days)),
            cancel: () => ask(undefined),
          }}
        />
      )}
      <p role="status" class="success">
        {said && <CheckIcon />}
        {said}
      </p>
      {problem && <Notice kind="danger">{problem}</Notice>}
      {reading?.ok === false && <Notice kind="danger">{wordsFor(reading.failure).cause}</Notice>}
      {reading?.ok && (empty ? <Empty retention={retention} /> : <RecordTable entries={entries} />)}
    </section>
  );
}

function Empty({ retention }: { retention: number }) {
  return <p class="empty">{text(retention === 0 ? 'noEntriesKept' : 'noEntriesYet')}</p>;
}
