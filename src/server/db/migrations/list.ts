import { profiles } from './0001-profiles.ts';
import { records } from './0002-records.ts';
import { accessColumns } from './0003-access-columns.ts';
import { recordIndexes } from './0004-record-indexes.ts';
import { secondFence } from './0005-second-fence.ts';
import { signIn } from './0006-sign-in.ts';
import { auditLog } from './0007-audit-log.ts';
import { companyAndImports } from './0008-company-and-imports.ts';
import { partnerReads } from './0009-partner-reads.ts';
import { defaultProfiles } from './0010-default-profiles.ts';
import { foldedSearch } from './0011-folded-search.ts';
import { importRuns } from './0012-import-runs.ts';
import { simulatedGateway } from './0013-simulated-gateway.ts';
import { idempotency } from './0014-idempotency.ts';
import { jobs } from './0015-jobs.ts';
import { commerce } from './0016-commerce.ts';
import { commerceAccess } from './0017-commerce-access.ts';
import { moneyKept } from './0018-money-kept.ts';
import { mailAttachments } from './0019-mail-attachments.ts';
import { importFingerprints } from './0020-import-fingerprints.ts';
import { commerceCorrections } from './0021-commerce-corrections.ts';
import { supportCases } from './0023-cases.ts';
import { articles } from './0025-articles.ts';
import { emailTemplates } from './0026-email-templates.ts';
import { loginAs } from './0027-login-as.ts';
import { ownSettings } from './0028-own-settings.ts';
import { exportsAndTimelines } from './0029-exports-and-timelines.ts';
import { notifications } from './0030-notifications.ts';
import { mrrMovements } from './0031-mrr-movements.ts';
import { dashboardIndexes } from './0032-dashboard-indexes.ts';
import { fewHits, fewHitsOfLaterTables } from './0035-few-hits.ts';
import { exportsAsRead } from './0036-exports-as-read.ts';
import { keptRollups } from './0038-rollups.ts';
import { exportLines, exportTotals } from './0039-exports.ts';
import { resolvedCases } from './0040-resolved-cases.ts';
import { notificationFence } from './0041-notification-fence.ts';
import { staffByName } from './0044-staff-by-name.ts';

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
  defaultProfiles,
  foldedSearch,
  importRuns,
  simulatedGateway,
  idempotency,
  jobs,
  commerce,
  commerceAccess,
  moneyKept,
  mailAttachments,
  importFingerprints,
  commerceCorrections,
  supportCases,
  articles,
  emailTemplates,
  loginAs,
  ownSettings,
  exportsAndTimelines,
  notifications,
  mrrMovements,
  dashboardIndexes,
  fewHits,
  exportsAsRead,
  fewHitsOfLaterTables,
  keptRollups,
  exportTotals,
  resolvedCases,
  notificationFence,
  exportLines,
  staffByName,
];
