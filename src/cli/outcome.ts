/** What the exit codes mean; the same numbers as in sysexits.h. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 64,
  refused: 65,
  inUse: 75,
  configuration: 78,
} as const;

/** What a command did: data for scripts, and the same as a text for people. */
export interface Outcome {
  readonly data: unknown;
  readonly text: string;
  readonly exitCode?: number;
}

/** A command can not do what it was asked for; the message says why and how to proceed. */
export class CommandRefused extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
