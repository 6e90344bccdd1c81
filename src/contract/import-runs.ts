import { z } from 'zod';
import { isPermission, resourceKeys } from '../catalog/catalog.ts';
import { signedIn } from './access.ts';
import type { With } from './resource.ts';
import { defineRoutes, timestamp, uuid } from './route.ts';

export type Importable = With<'import'>;

/** The resources that have an import. */
export const importableResources = resourceKeys.filter((key): key is Importable =>
  isPermission(`${key}.import`),
);
const importable = z.enum(importableResources);

/**
 * An import as it is now. `failed` is also one whose server has gone: of `all_or_nothing` nothing stayed then, of
 * `keep_good_rows` the first `done` rows.
 */
export const importRunItem = z.object({
  id: uuid,
  resource: importable,
  file_name: z.string(),
  source: z.string(),
  mode: z.enum(['all_or_nothing', 'keep_good_rows']),
  state: z.enum(['running', 'committed', 'refused', 'failed']),
  rows: z.int(),
  done: z.int(),
  counts: z.object({ create: z.int(), update: z.int(), unchanged: z.int(), refuse: z.int() }),
  /** Why it failed, where more can be said than that it did. */
  reason: z.string().nullable(),
  /** Whether what became of each row can be downloaded; it is kept for thirty days. */
  verdicts: z.boolean(),
  started_at: timestamp,
  finished_at: timestamp.nullable(),
});
export type ImportRunItem = z.infer<typeof importRunItem>;

const access = signedIn('own imports, of what the reader may still import');

export const importRunRoutes = defineRoutes({
  'GET /imports': {
    access,
    says: 'Own imports with state and result, newest first.',
    query: z.strictObject({ resource: importable.optional() }),
    output: z.object({ items: z.array(importRunItem) }),
  },
  'GET /imports/:id': {
    access,
    says: 'One own import: how far it is, or what came of it.',
    output: importRunItem,
  },
  'GET /imports/:id/verdicts.csv': {
    access,
    says: 'Downloads what became of each row as CSV.',
    file: 'text/csv',
  },
});
