import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { guardKeys } from '../../components/settled-focus';

/** The page around our code, as far as the guard knows it; Node's events are trusted by nobody, so this one says so. */
class Happening extends Event {
  constructor(
    type: string,
    readonly detail = 0,
    private readonly real = true,
  ) {
    super(type, { cancelable: true });
  }
  override get isTrusted() {
    return this.real;
  }
}

let room: EventTarget;
let clicks: number;
let now: number;

beforeEach(() => {
  room = new EventTarget();
  clicks = 0;
  now = 10_000;
  vi.stubGlobal('addEventListener', room.addEventListener.bind(room));
  guardKeys(() => now);
  room.addEventListener('click', () => clicks++);
});
afterEach(() => void vi.unstubAllGlobals());

const happen = (...all: Happening[]) => {
  for (const one of all) room.dispatchEvent(one);
};
const pressKey = () => happen(new Happening('keydown'), new Happening('click'));

it('drops a key right after the focus came', () => {
  now += 9000;
  happen(new Happening('focus'));
  pressKey();
  expect(clicks).toBe(0);
});

it('takes a key 500 ms after the focus came', () => {
  happen(new Happening('focus'));
  now += 500;
  pressKey();
  expect(clicks).toBe(1);
});

it('drops the keys of whoever goes on typing', () => {
  happen(new Happening('focus'));
  for (let keys = 0; keys < 20; keys += 1) {
    now += 200;
    pressKey();
  }
  expect(clicks).toBe(0);
});

it('takes a key after a pointer was put down here, until the focus leaves', () => {
  happen(new Happening('pointerdown'), new Happening('focus'));
  pressKey();
  expect(clicks).toBe(1);
  happen(new Happening('blur'), new Happening('focus'));
  pressKey();
  expect(clicks).toBe(1);
});

it('takes no word of a script for a pointer', () => {
  happen(new Happening('focus'), new Happening('pointerdown', 0, false));
  pressKey();
  expect(clicks).toBe(0);
});

it('leaves the clicks of a pointer alone', () => {
  happen(new Happening('focus'), new Happening('click', 1));
  expect(clicks).toBe(1);
});
