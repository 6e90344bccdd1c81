import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandRefused, exitCodes } from './outcome.ts';

const shortest = 12;

/** A password from the terminal, not shown and asked for twice, or the first line of what is piped in. */
export async function readPassword(): Promise<string> {
  const password = process.stdin.isTTY ? await askTwice() : await firstLine();
  if ([...password].length >= shortest && password.length <= 200) return password;
  throw new CommandRefused(`The password must have ${shortest} to 200 characters.`, exitCodes.usage);
}

async function askTwice(): Promise<string> {
  const password = await ask('Password: ');
  if ((await ask('Again: ')) === password) return password;
  throw new CommandRefused('The two passwords differ.', exitCodes.usage);
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  terminal.once('SIGINT', () => process.exit(130));
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}
