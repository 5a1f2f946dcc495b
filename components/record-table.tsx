import { useState } from 'preact/hooks';
import type { RecordEntry } from '../utils/record-entry';
import { copyWhenReady } from './copy';
import { describeCause, describeOptions, describeOutcome, formatDate } from './describe-entry';
import { CheckIcon, CopyIcon } from './icons';

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
            <th scope="col">When</th>
            <th scope="col">Guest</th>
            <th scope="col">Temporary Access Pass</th>
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
          <p>
            {rows} of {entries.length} entries. The export holds all of them.
          </p>
          <button type="button" onClick={() => setRows(rows + rowsAtOnce)}>
            Show older entries
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
          by <bdi>{admin}</bdi>
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
            Reason: <bdi>{reason}</bdi>
          </p>
        )}
        {clientRequestId && <RequestId id={clientRequestId} />}
      </td>
    </tr>
  );
}

function RequestId({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyWhenReady(Promise.resolve(id)));
  return (
    <div class="request-id minor">
      <span>client-request-id</span>
      <button type="button" aria-label="Copy client-request-id" onClick={copy}>
        {copied ? <CheckIcon /> : <CopyIcon />}
      </button>
      <code>{id}</code>
      <span role="status" class="offscreen">
        {copied && 'Copied'}
      </span>
    </div>
  );
}
