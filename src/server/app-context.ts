import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { PaymentGateway } from './gateway/payment-gateway.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import type { MailQueue } from './mail/mail-queue.ts';

/** What every module works with; made once at start, or by a test. */
export interface AppContext {
  readonly db: Database;
  readonly config: Config;
  readonly mail: MailQueue;
  readonly jobs: JobQueue;
  readonly gateway: PaymentGateway;
  readonly clock: () => Date;
}
