import { Writable } from 'node:stream';
import { pino, stdSerializers } from 'pino';
import { describe, expect, it } from 'vitest';
import { loggedRequest, logRedactions } from './log-options.ts';

describe('log lines', () => {
  it('leave out what a failed statement was given', () => {
    const lines: string[] = [];
    const stream = new Writable({
      write: (chunk, _encoding, done) => {
        lines.push(String(chunk));
        done();
      },
    });
    const log = pino({ redact: logRedactions, serializers: { err: stdSerializers.err } }, stream);
    const secret = 'a hash of a password';
    const given = { code: '23514', params: [secret], detail: `Failing row contains (${secret}).` };
    log.error({ err: Object.assign(new Error('refused'), given) }, 'request failed');
    expect(lines.join('')).toContain('23514');
    expect(lines.join('')).not.toContain(secret);
  });

  it('leave out the tokens of links', () => {
    const url = '/reset?a=1&token=abc-DEF_1&b=2';
    expect(loggedRequest({ method: 'GET', url, ip: '::1' }).url).toBe('/reset?a=1&token=...&b=2');
  });
});
