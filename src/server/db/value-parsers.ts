/** What both drivers answer for a column type, so that no code can tell the engines apart. */
export const valueParsers: Readonly<Record<number, (text: string) => unknown>> = {
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  20: toSafeNumber,
  1082: (text) => text,
  1700: toSafeNumber,
};

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw new RangeError(`The database answered ${text}, which a number cannot hold exactly.`);
  }
  return value;
}
