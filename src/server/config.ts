import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(4300),
  HOST: z.string().min(1).default('127.0.0.1'),
  AMBIT_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  AMBIT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  AMBIT_BASE_URL: z.url('must be an address such as https://portal.example.com').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  AMBIT_MAIL_FROM: z.string().min(3).default('Ambit <no-reply@localhost>'),
  AMBIT_METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  AMBIT_DEMO: z.enum(['0', '1']).default('0'),
  AMBIT_CLOCK_DAYS: z.coerce.number().int().min(0).max(3650).default(0),
  AMBIT_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

/** The configuration of one process, read once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly secret: string | null;
  readonly baseUrl: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly metricsToken: string | null;
  readonly demo: boolean;
  /** Days that the clock runs ahead, in a demo company only: to see what a later day brings. */
  readonly clockDays: number;
  readonly trustProxy: boolean;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Requests a minute and session. */
  readonly requestsPerMinute: number;
}

export class ConfigurationError extends Error {}

/** Reads the environment. Throws one ConfigurationError that lists every problem. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const complaints = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (given.DATABASE_URL && !given.AMBIT_SECRET)
    complaints.push('AMBIT_SECRET: is required with DATABASE_URL');
  if (parsed.success && parsed.data.AMBIT_CLOCK_DAYS > 0 && parsed.data.AMBIT_DEMO !== '1')
    complaints.push('AMBIT_CLOCK_DAYS: is for the demo company (AMBIT_DEMO=1) only');
  if (!parsed.success || complaints.length > 0) {
    throw new ConfigurationError(
      `The configuration has problems:\n${complaints.map((line) => `  - ${line}`).join('\n')}`,
    );
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.AMBIT_DATA_DIR,
    databaseUrl: data.DATABASE_URL ?? null,
    secret: data.AMBIT_SECRET ?? null,
    baseUrl: (data.AMBIT_BASE_URL ?? `http://${data.HOST}:${data.PORT}`).replace(/\/$/, ''),
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.AMBIT_MAIL_FROM,
    metricsToken: data.AMBIT_METRICS_TOKEN ?? null,
    demo: data.AMBIT_DEMO === '1',
    clockDays: data.AMBIT_CLOCK_DAYS,
    trustProxy: data.AMBIT_TRUST_PROXY === '1',
    logLevel: data.LOG_LEVEL,
    requestsPerMinute: 300,
  };
}
