/** How long is waited for Microsoft Graph, and what may be asked again. One for each reading or order. */
export type Patience = {
  /** Ends one request: when no answer came in time or, where it only `reads`, when nobody wants it any more. */
  limit(reads: boolean): AbortSignal;
  /** Why what only reads was ended from outside, if it was. */
  ended(): unknown;
  /**
   * Waits after the try number `tries` as long as was `asked`, in milliseconds, or as long as it finds right. False,
   * at once, when that is more than is left. Throws the signal's reason when what only `reads` is ended meanwhile.
   */
  wait(asked: number | undefined, tries: number, reads: boolean): Promise<boolean>;
};

type Limits = {
  /** Ends reads, asleep or on their way; orders go to their end. */
  signal?: AbortSignal;
  /** Hears how long each pause will be, in milliseconds. */
  tell?: (pause: number) => void;
  /** Most milliseconds of all pauses together. */
  pauses?: number;
  /** Most milliseconds until the end of one answer. */
  answer?: number;
  /** Waits so many milliseconds, or until the signal ends it, whose reason it throws then. */
  sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** `Retry-After: 0` must come to an end, too. */
const mostTries = 6;
/** A date further ahead has a year of two digits that means a former century. */
const fiftyYears = 50 * 365.25 * 24 * 60 * 60_000;

/** Waits no longer than these limits. https://learn.microsoft.com/graph/throttling */
export function createPatience({
  signal,
  tell = () => {},
  pauses = 20_000,
  answer = 25_000,
  sleep = sleepByTimer,
}: Limits = {}): Patience {
  let left = pauses;
  return {
    limit(reads) {
      const inTime = AbortSignal.timeout(answer);
      return reads && signal ? AbortSignal.any([inTime, signal]) : inTime;
    },
    ended: () => signal?.reason,
    async wait(asked, tries, reads) {
      const pause = asked ?? backoff(tries);
      if (tries >= mostTries || pause > left) return false;
      left -= pause;
      tell(pause);
      await sleep(pause, reads ? signal : undefined);
      return true;
    },
  };
}

/** Whether a request may be sent again after this status: what changes something only when nothing was done. */
export function mayRepeat(reads: boolean, status: number): boolean {
  return (reads ? [429, 502, 503, 504] : [429]).includes(status);
}

/** From one second on, twice as much each time; never all clients at once. */
const backoff = (tries: number) => 500 * 2 ** tries * (0.75 + Math.random() / 2);

/**
 * Milliseconds a reply asks to wait: `Retry-After` in seconds (decimals too) or as a date in each of HTTP's three
 * forms, or one of the headers in milliseconds that Microsoft's own clients know. Undefined for anything else, and
 * for what is over already.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, https://www.rfc-editor.org/rfc/rfc9110#http.date,
 * https://github.com/Azure/azure-sdk-for-js/blob/main/sdk/core/core-rest-pipeline (throttlingRetryStrategy.ts)
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = (name: string) => headers.get(name)?.trim() ?? '';
  const asked = value('Retry-After');
  // Graph's own clock, where it tells: this machine's may be wrong.
  const now = momentOf(value('Date')) || Date.now();
  const pause =
    numberIn(value('retry-after-ms')) ||
    numberIn(value('x-ms-retry-after-ms')) ||
    1000 * numberIn(asked) ||
    momentOf(asked) - now;
  return pause > 0 && pause < fiftyYears ? pause : undefined;
}

/** Of nothing but a number, else 0. */
const numberIn = (text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : 0);

/** `Sun, 06 Nov 1994 08:49:37 GMT` and `Sunday, 06-Nov-94 08:49:37 GMT`. */
const dayFirst = /^\w+, (?<day>\d\d)[ -](?<month>\w{3})[ -](?<year>\d\d(\d\d)?) (?<time>\d\d:\d\d:\d\d) GMT$/;
/** `Sun Nov  6 08:49:37 1994`. */
const monthFirst = /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/;

/** Milliseconds since 1970; browsers differ in what else they take for a date, and in its time zone. */
function momentOf(text: string): number {
  const { day, month, year = '', time } = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups ?? {};
  return Date.parse(`${day?.trim()} ${month} ${year.padStart(4, '20')} ${time} GMT`);
}

function sleepByTimer(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const wake = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', wake);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', wake, { once: true });
  });
}
