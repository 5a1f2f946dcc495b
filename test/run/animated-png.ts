import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A picture, how long it stays, and where it lies over the first, if it is smaller. */
type Frame = { png: Buffer; milliseconds: number; x?: number; y?: number };

/**
 * One PNG that plays these again and again. All of them must have the same depth and kind of colour, and lie within the
 * first; what can't play it shows that.
 * https://www.w3.org/TR/png-3/#apng-frame-based-animation
 */
export function animatedPng(frames: Frame[]): Buffer {
  const [first] = frames;
  if (!first) throw new Error('No frames');
  const header = dataOf(first.png, 'IHDR');
  let sequence = 0;
  const pictures = frames.flatMap(({ png, milliseconds, x = 0, y = 0 }, index) => {
    const own = dataOf(png, 'IHDR');
    const [width, height] = [own.readUInt32BE(0), own.readUInt32BE(4)];
    if (!own.subarray(8).equals(header.subarray(8))) throw new Error(`Frame ${index} is of another kind`);
    if (x + width > header.readUInt32BE(0) || y + height > header.readUInt32BE(4))
      throw new Error(`Frame ${index} goes beyond the first`);
    const control = chunk(
      'fcTL',
      // It takes the place of what was there.
      Buffer.concat([uint32(sequence++, width, height, x, y), uint16(milliseconds, 1000, 0)]),
    );
    // Browsers compress a picture in a hurry.
    const data = deflateSync(inflateSync(dataOf(png, 'IDAT')), { level: 9 });
    const isFirst = index === 0;
    return [
      control,
      isFirst ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([uint32(sequence++), data])),
    ];
  });
  const forEver = 0;
  const control = chunk('acTL', uint32(frames.length, forEver));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    control,
    ...pictures,
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** All data of this type in a PNG, joined. */
function dataOf(png: Buffer, type: string): Buffer {
  if (!png.subarray(0, 8).equals(signature)) throw new Error('Not a PNG');
  const found: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = at + 8;
    if (png.toString('latin1', at + 4, data) === type)
      found.push(png.subarray(data, data + png.readUInt32BE(at)));
  }
  return Buffer.concat(found);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))]);
}

function uint32(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32BE(number, index * 4);
  return bytes;
}

function uint16(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, index * 2);
  return bytes;
}
