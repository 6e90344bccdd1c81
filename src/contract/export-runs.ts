import { z } from 'zod';
import { exportableResources } from '../catalog/record-resources.ts';
import { signedIn } from './access.ts';
import { defineRoutes, timestamp, uuid } from './route.ts';

const exportable = z.enum(exportableResources);

/** `waiting`: not begun, or interrupted and about to go on. `failed`: `reason` says why. */
export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;

/** A long export as it is now. */
export const exportRunItem = z.object({
  id: uuid,
  resource: exportable,
  /** The filters it was asked for with, for its maker to tell it by. */
  filters: z.record(z.string(), z.string()),
  state: z.enum(exportStates),
  /** Rows written so far. */
  rows: z.int(),
  /** Rows there were when it began; null before it has, and above a million. */
  total: z.int().nullable(),
  bytes: z.int(),
  reason: z.string().nullable(),
  started_at: timestamp,
  finished_at: timestamp.nullable(),
  /** When the file is deleted; null while there is none. */
  kept_until: timestamp.nullable(),
});
/** One long export of the reader. */
export type ExportRunItem = z.infer<typeof exportRunItem>;

const access = signedIn('own exports, of what the reader may still export');

/** Routes of long exports: everybody's own. 409 `exports/too-many` from the fourth under way. */
export const exportRunRoutes = defineRoutes({
  'GET /exports': {
    access,
    says: 'Own long exports with state and progress, newest first.',
    output: z.object({ items: z.array(exportRunItem) }),
  },
  'POST /exports': {
    access,
    says: 'Starts the export of a long list. It goes on without its page; rights are asked again for each part.',
    body: z.strictObject({
      resource: exportable,
      /** Order and filters, as the export of the list itself takes them. */
      query: z.record(z.string().max(100), z.string().max(200)).default({}),
    }),
    output: exportRunItem,
    status: 202,
  },
  'GET /exports/:id': {
    access,
    says: 'One own export: how far it is, or what came of it.',
    output: exportRunItem,
  },
  'GET /exports/:id/file.csv': {
    access,
    says: 'Downloads the file of a finished export, for 24 hours.',
    file: 'text/csv',
  },
  'POST /exports/:id/cancel': {
    access,
    says: 'Stops an export and deletes what was written of it.',
    output: exportRunItem,
  },
});
