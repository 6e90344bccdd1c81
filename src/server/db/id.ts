import { randomBytes } from 'node:crypto';

const counterLimit = 0xfff;
let lastMillisecond = 0;
let counter = 0;

/** A UUIDv7: ids made by one process sort in the order they were made, also within a millisecond. */
export function newId(): string {
  const bytes = randomBytes(16);
  const now = Date.now();
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = bytes.readUInt16BE(6) & 0x7ff;
  } else {
    // Also reached when the clock steps back: the counter then borrows the next millisecond.
    counter += 1;
    if (counter > counterLimit) {
      counter = 0;
      lastMillisecond += 1;
    }
  }
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
