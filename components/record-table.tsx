import { useState } from 'preact/hooks';
import { plural, text } from '../utils/interface-text';
import type { RecordEntry } from '../utils/record-entry';
import { copyWhenReady } from './copy';
import { describeCause, describeOptions, describeOutcome, formatDate } from './describe-entry';
import { CheckIcon, CopyIcon } from './icons';
import { Worded } from './worded';

/** A page holds some rows at a time: thousands at once would freeze it. */
const rowsAtOnce = 50;

/** Entries of the record, newest first; older ones come on demand. */
export function RecordTable({ entries }: { entries: RecordEntry[] }) {
  const [rows, setRows] = useState(rowsAtOnce);
  return (
    <>
      <table class="record" aria-labelledby="record">
        <thead>
          <tr>
            <th scope="col">{text('recordWhen')}</th>
            <th scope="col">{text('recordGuest')}</th>
            <th scope="col">{text('temporaryAccessPass')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, rows).map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
      {rows < entries.length && (
        <div class="more">
          <p>{plural('someOfEntries', entries.length, { rows })}</p>
          <button type="button" onClick={() => setRows(rows + rowsAtOnce)}>
            {text('showOlderEntries')}
          </button>
        </div>
      )}
    </>
  );
}

function Row({ entry }: { entry: RecordEntry }) {
  const { at, admin, guest, tenant, outcome, reason, clientRequestId } = entry;
  const when = formatDate(Date.parse(at));
  const options = describeOptions(entry);
  const cause = describeCause(entry);
  return (
    <tr>
      <td>
        <time dateTime={at}>{when.local}</time>
        <p class="minor">{when.utc}</p>
        <p class="minor">
          <Worded text="recordBy" with={{ admin: <bdi>{admin}</bdi> }} />
        </p>
      </td>
      <td>
        {guest && (
          <>
            <p class="name">
              <bdi>{guest.displayName}</bdi>
            </p>
            <p>
              <bdi>{guest.userPrincipalName}</bdi>
            </p>
          </>
        )}
        <p class="minor">
          <bdi>{tenant.displayName}</bdi>
        </p>
      </td>
      <td>
        <p class={`outcome ${outcome}`}>{describeOutcome(entry)}</p>
        {cause && <p>{cause}</p>}
        {options && <p>{options}</p>}
        {reason && (
          <p>
            <Worded text="recordReason" with={{ reason: <bdi>{reason}</bdi> }} />
          </p>
        )}
        {clientRequestId && <RequestId id={clientRequestId} />}
      </td>
    </tr>
  );
}

/** As Microsoft Graph and its support call it, in every language. */
const graphsName = 'client-request-id';

function RequestId({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyWhenReady(Promise.resolve(id)));
  return (
    <div class="request-id minor">
      <span dir="ltr">{graphsName}</span>
      <button type="button" aria-label={text('copyClientRequestId')} onClick={copy}>
        {copied ? <CheckIcon /> : <CopyIcon />}
      </button>
      <code>
        <span dir="ltr">{id}</span>
      </code>
      <span role="status" class="offscreen">
        {copied && text('copied')}
      </span>
    </div>
  );
}
