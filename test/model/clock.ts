const real = { Date, setTimeout, clearTimeout, setInterval, clearInterval, performance };

/** `elsewhere`: it rings in time while this computer sleeps. */
type Kind = { every?: number; elsewhere?: true };
type Timer = Kind & { at: number; turn: number; run: () => void };

/** The one clock of a schedule: nothing passes but what a step lets pass. */
export type Clock = {
  now(): number;
  /** Milliseconds on a clock that nobody sets. */
  ticks(): number;
  /** Resolves so many milliseconds from now. */
  pause(milliseconds: number): Promise<void>;
  /** The same on computers that do not sleep with this one. */
  pauseElsewhere(milliseconds: number): Promise<void>;
  /** Lets time go by: each timer rings at its moment, and what it set off is done before the next. */
  wait(milliseconds: number): Promise<void>;
  /** The computer sleeps: its timers that are due ring once, late. */
  sleep(milliseconds: number): Promise<void>;
  /** The computer's clock is set, by so many milliseconds. */
  set(milliseconds: number): void;
  /** Lets everything go on that waits for no timer. */
  settle(): Promise<void>;
  /** Back to the beginning, with no timer left; `onQuiet` is called whenever all waits for a timer. */
  reset(onQuiet: () => void): void;
};

/** What rings again and again only redraws a countdown: seldom is enough. */
const rarely = 10_000;

const start = real.Date.UTC(2026, 10, 23, 9);

/** Puts a clock into the place of the real one, for this test file. */
export function installClock(stub: (name: string, value: unknown) => void): Clock {
  // Timers follow a clock that nobody sets; the date is so far ahead of it.
  let now = 0;
  let date = start;
  let turn = 0;
  let timers: Timer[] = [];
  let onQuiet = () => {};

  function add(run: (...args: never[]) => void, milliseconds = 0, args: unknown[] = [], kind: Kind = {}) {
    turn += 1;
    timers.push({ ...kind, at: now + Math.max(0, milliseconds), turn, run: () => run(...(args as never[])) });
    return turn;
  }
  function remove(id: unknown): void {
    timers = timers.filter(({ turn }) => turn !== id);
  }

  class ModelDate extends real.Date {
    constructor(...args: unknown[]) {
      super(...((args.length > 0 ? args : [now + date]) as [number]));
    }
    static override now() {
      return now + date;
    }
  }
  type Run = (...args: never[]) => void;
  stub('Date', ModelDate);
  stub('setTimeout', (run: Run, milliseconds?: number, ...args: unknown[]) => add(run, milliseconds, args));
  stub('setInterval', (run: Run, every = 0, ...args: unknown[]) =>
    add(run, every, args, { every: Math.max(rarely, every) }),
  );
  stub('clearTimeout', remove);
  stub('clearInterval', remove);
  stub('requestAnimationFrame', (run: Run) => add(run, 16));
  stub('cancelAnimationFrame', remove);
  stub('performance', { now: () => now, mark() {}, measure() {} });

  async function settle(): Promise<void> {
    for (let rounds = 2; rounds > 0; rounds -= 1) await new Promise((done) => setImmediate(done));
    onQuiet();
  }

  /** The next timer that rings until this moment, its time taken. */
  function next(until: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of timers)
      if (
        timer.at <= until &&
        (!first || timer.at < first.at || (timer.at === first.at && timer.turn < first.turn))
      )
        first = timer;
    return first;
  }

  function ring(timer: Timer): void {
    if (timer.every === undefined) remove(timer.turn);
    else timer.at = now + timer.every;
    timer.run();
  }

  return {
    now: () => now + date,
    ticks: () => now,
    pause: (milliseconds) => new Promise((done) => add(done, milliseconds)),
    pauseElsewhere: (milliseconds) => new Promise((done) => add(done, milliseconds, [], { elsewhere: true })),
    async wait(milliseconds) {
      await settle();
      const end = now + milliseconds;
      for (let timer = next(end); timer; timer = next(end)) {
        now = Math.max(now, timer.at);
        ring(timer);
        await settle();
      }
      now = end;
    },
    async sleep(milliseconds) {
      await settle();
      const end = now + milliseconds;
      const away = () => timers.filter(({ at, elsewhere }) => elsewhere && at <= end);
      for (let due = away(); due.length > 0; due = away()) {
        const first = due.reduce((one, other) => (other.at < one.at ? other : one));
        now = Math.max(now, first.at);
        ring(first);
        await settle();
      }
      now = end;
      const due = timers
        .filter(({ at }) => at <= now)
        .sort((one, other) => one.at - other.at || one.turn - other.turn);
      for (const timer of due) {
        if (!timers.includes(timer)) continue;
        ring(timer);
        await settle();
      }
    },
    set(milliseconds) {
      date += milliseconds;
    },
    settle,
    reset(onQuietNow) {
      onQuiet = onQuietNow;
      now = 0;
      date = start;
      timers = [];
    },
  };
}
