import { createTransport } from 'nodemailer';
import type { Database } from '../db/database.ts';
import type { Row } from '../db/tables.ts';

export interface SenderParts {
  readonly db: Database;
  readonly smtpUrl: string;
  readonly from: string;
  readonly log: { warn(details: object, message: string): void };
}

export interface Sender {
  /** Tries every mail that is due, once each. */
  pass(): Promise<void>;
  /** Lets the mail being sent finish and takes no further one. */
  stop(): void;
  close(): void;
}

/** Seconds after a mail was queued at which it is tried; after the last one it has failed. */
const triesAfter = [0, 30, 120, 600, 3600, 6 * 3600, 24 * 3600];
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
  dnsTimeout: 10_000,
};

const dueText = `select * from mails
where status = 'queued' and id <> all($1::uuid[])
  and now() >= created_at + ($2::int[])[least(attempts + 1, $3)] * interval '1 second'
order by created_at, id limit 1 for update skip locked`;

export function createSender({ db, smtpUrl, from, log }: SenderParts): Sender {
  const transport = createTransport({ url: smtpUrl, ...timeouts });
  let stopped = false;
  // The row stays locked while it is sent, so that no other node sends it too. The embedded database
  // has one connection and one process: there a transaction would only make everybody wait for the mail server.
  const exclusively = <T>(work: () => Promise<T>) =>
    db.engine === 'postgres' ? db.transaction(work) : work();

  async function sendOne(tried: readonly string[]): Promise<string | null> {
    const [mail] = await db.raw<Row<'mails'>>(dueText, [tried, triesAfter, triesAfter.length]);
    if (!mail) return null;
    try {
      await transport.sendMail({ from, ...letterOf(mail) });
    } catch (error) {
      log.warn({ err: error, mail: mail.id, attempts: mail.attempts + 1 }, 'a mail could not be sent');
      await recordFailure(db, mail, error);
      return mail.id;
    }
    await db.q
      .updateTable('mails')
      .set({
        status: 'sent',
        sent_at: new Date(),
        attempts: mail.attempts + 1,
        error: null,
        body_text: withoutTokens(mail.body_text),
        attachment: null,
      })
      .where('id', '=', mail.id)
      .execute();
    return mail.id;
  }

  return {
    pass: async () => {
      const tried: string[] = [];
      while (!stopped) {
        const id = await exclusively(() => sendOne(tried));
        if (id === null) return;
        tried.push(id);
      }
    },
    stop: () => {
      stopped = true;
    },
    close: () => transport.close(),
  };
}

function letterOf(mail: Row<'mails'>) {
  const { to_address: to, subject, body_text: text, attachment_name: filename, attachment } = mail;
  if (filename === null || attachment === null) return { to, subject, text };
  const content = Buffer.from(attachment);
  return { to, subject, text, attachments: [{ filename, content, contentType: 'application/pdf' }] };
}

async function recordFailure(db: Database, mail: Row<'mails'>, error: unknown): Promise<void> {
  const attempts = mail.attempts + 1;
  const over = attempts >= triesAfter.length;
  await db.q
    .updateTable('mails')
    .set({
      attempts,
      error: (error instanceof Error ? error.message : String(error)).slice(0, 2000),
      ...(over ? { status: 'failed', body_text: withoutTokens(mail.body_text) } : {}),
    })
    .where('id', '=', mail.id)
    .execute();
}

/** A link opens an account: once delivered, it is nowhere to be read again. */
function withoutTokens(text: string): string {
  return text.replace(/([?&]token=)[\w-]+/g, '$1...');
}
