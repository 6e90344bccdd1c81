import { readFileSync } from 'node:fs';

const file = new URL('../../package.json', import.meta.url);

/** The version of the product, from package.json. */
export const version: string = String(
  (JSON.parse(readFileSync(file, 'utf8')) as { version: unknown }).version,
);
