import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id, the library's default algorithm, with the memory and passes that OWASP names for it. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let dummy: Promise<string> | null = null;

/** False for people without a password too, and no sooner: a hash of nobody's password is checked instead. */
export async function verifyPassword(known: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(24).toString('base64url'));
  const matches = await verify(known ?? (await dummy), password);
  return known !== null && matches;
}
