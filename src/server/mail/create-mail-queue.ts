import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { newId } from '../db/id.ts';
import type { Mail, MailQueue } from './mail-queue.ts';
import { createSender, type Sender } from './sender.ts';

export interface MailQueueParts {
  readonly db: Database;
  readonly config: Pick<Config, 'smtpUrl' | 'mailFrom'>;
  readonly log: { warn(details: object, message: string): void };
}

const pollEveryMs = 30_000;

/** Without a mail server the mails stay in the outbox, where administrators read them. */
export function createMailQueue({ db, config, log }: MailQueueParts): MailQueue {
  const sender = config.smtpUrl
    ? createSender({ db, log, smtpUrl: config.smtpUrl, from: config.mailFrom })
    : null;
  const flush = flushing(sender);
  const kick = () => {
    // Not waited for: the answer to the request must not depend on the mail server.
    flush().catch((error) => log.warn({ err: error }, 'mails could not be sent'));
  };
  const timer = sender ? setInterval(kick, pollEveryMs).unref() : undefined;
  return {
    queue: async ({ to, template, subject, text, attachment }: Mail) => {
      await db.q
        .insertInto('mails')
        .values({
          id: newId(),
          to_address: to,
          template,
          subject,
          body_text: text,
          attachment_name: attachment?.name ?? null,
          attachment: attachment?.content ?? null,
          status: sender ? 'queued' : 'outbox',
        })
        .execute();
      if (sender) db.afterCommit(kick);
    },
    flush,
    close: async () => {
      clearInterval(timer);
      sender?.stop();
      await flush().catch((error) => log.warn({ err: error }, 'mails could not be sent'));
      sender?.close();
    },
  };
}

/** One pass at a time; a mail that is queued during a pass is tried by one more pass. */
function flushing(sender: Sender | null): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const start = async (): Promise<void> => {
    running = sender ? sender.pass() : Promise.resolve();
    try {
      await running;
    } finally {
      running = null;
    }
  };
  return () => {
    if (!running) return start();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return running ?? start();
      });
    return next;
  };
}
