import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { animatedPng } from './run/animated-png';

const signature = '89504e470d0a1a0a';

const chunk = (type: string, data: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([ends.subarray(0, 4), typed, ends.subarray(4)]);
};

/** Of one colour in RGB, its data in two chunks, and a text that nobody needs. */
function png(width: number, colour: number[], depth = 8): Buffer {
  const header = Buffer.from([0, 0, 0, width, 0, 0, 0, 1, depth, 2, 0, 0, 0]);
  const data = deflateSync(rowOf(width, colour), { level: 0 });
  return Buffer.concat([
    Buffer.from(signature, 'hex'),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from('a\0b')),
    chunk('IDAT', data.subarray(0, 5)),
    chunk('IDAT', data.subarray(5)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** No filter, then the pixels. */
const rowOf = (width: number, colour: number[]) =>
  Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  expect(file.subarray(0, 8).toString('hex')).toBe(signature);
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    expect(file.readUInt32BE(end)).toBe(crc32(file.subarray(at + 4, end)));
    found.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, end) });
    at = end + 4;
  }
  return found;
}

const red = [255, 0, 0];
const blue = [0, 0, 255];

it('plays its frames in their order and for their time, for ever', () => {
  const file = animatedPng([
    { png: png(3, red), milliseconds: 1500 },
    { png: png(3, blue), milliseconds: 200 },
  ]);
  const chunks = chunksOf(file);
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT', 'fcTL', 'fdAT', 'IEND']);
  const data = chunks.map(({ data }) => data);
  expect(data[1]?.toString('hex')).toBe('0000000200000000');
  // Sequence, width, height, no offset, milliseconds of 1000, neither disposed of nor blended.
  expect(data[2]?.toString('hex')).toBe('000000000000000300000001000000000000000005dc03e80000');
  expect(data[4]?.toString('hex')).toBe('000000010000000300000001000000000000000000c803e80000');
  expect(inflateSync(data[3] ?? '')).toEqual(rowOf(3, red));
  expect(data[5]?.readUInt32BE(0)).toBe(2);
  expect(inflateSync(data[5]?.subarray(4) ?? '')).toEqual(rowOf(3, blue));
});

it('lays a smaller frame over the first', () => {
  const file = animatedPng([
    { png: png(3, red), milliseconds: 1000 },
    { png: png(2, blue), milliseconds: 1000, x: 1 },
  ]);
  const control = chunksOf(file)[4]?.data;
  // Width, height, x, y.
  expect(control?.subarray(4, 20).toString('hex')).toBe('00000002000000010000000100000000');
});

it.each<[string, Parameters<typeof animatedPng>[0], string]>([
  ['no frames', [], 'No frames'],
  ['what is no PNG', [{ png: Buffer.from('GIF89a'), milliseconds: 1 }], 'Not a PNG'],
  [
    'a frame that is larger than the first',
    [
      { png: png(2, red), milliseconds: 1 },
      { png: png(3, red), milliseconds: 1 },
    ],
    'Frame 1 goes beyond the first',
  ],
  [
    'a frame that reaches out of the first',
    [
      { png: png(3, red), milliseconds: 1 },
      { png: png(3, red), milliseconds: 1, y: 1 },
    ],
    'Frame 1 goes beyond the first',
  ],
  [
    'colours of another kind',
    [
      { png: png(3, red), milliseconds: 1 },
      { png: png(3, red, 16), milliseconds: 1 },
    ],
    'Frame 1 is of another kind',
  ],
])('refuses %s', (_, frames, reason) => {
  expect(() => animatedPng(frames)).toThrow(reason);
});
