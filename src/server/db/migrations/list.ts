import { profiles } from './0001-profiles.ts';
import { records } from './0002-records.ts';
import { accessColumns } from './0003-access-columns.ts';
import { recordIndexes } from './0004-record-indexes.ts';
import { secondFence } from './0005-second-fence.ts';
import { signIn } from './0006-sign-in.ts';
import { auditLog } from './0007-audit-log.ts';
import { companyAndImports } from './0008-company-and-imports.ts';
import { partnerReads } from './0009-partner-reads.ts';
import { simulatedGateway } from './0013-simulated-gateway.ts';

export type Migration = { name: string; sql: string };

/** In the order they run. A released migration never changes; a correction is a new one. */
export const migrations: readonly Migration[] = [
  profiles,
  records,
  accessColumns,
  recordIndexes,
  secondFence,
  signIn,
  auditLog,
  companyAndImports,
  partnerReads,
  simulatedGateway,
];
