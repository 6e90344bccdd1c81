import { z } from 'zod';
import { requiredText, uuid } from './route.ts';

export const importMegabytes = 50;
export const dateFormats = ['YYYY-MM-DD', 'DD-MM-YYYY', 'MM/DD/YYYY'] as const;

/** A file as text with how to read it. `mapping` is field -> column header; a field that is not mapped is left alone. */
export const importRequest = z.strictObject({
  file_name: requiredText(255),
  /** Base64, so that a wrong encoding is seen instead of repaired. */
  content_base64: z.string().max(importMegabytes * 1_400_000),
  source: requiredText(50),
  mapping: z.record(z.string(), z.string()),
  date_format: z.enum(dateFormats).default('YYYY-MM-DD'),
  dry_run: z.boolean(),
  mode: z.enum(['all_or_nothing', 'keep_good_rows']).default('all_or_nothing'),
});
export type ImportRequest = z.infer<typeof importRequest>;

/** Row numbers count from 1 = the first line after the header. At most 1,000 verdicts are listed, refusals first. */
export const importResult = z.object({
  /** The import, to be found again under `/imports/:id`; null for a dry run. */
  id: uuid.nullable(),
  dry_run: z.boolean(),
  committed: z.boolean(),
  rows: z.int(),
  create: z.int(),
  update: z.int(),
  unchanged: z.int(),
  refuse: z.int(),
  verdicts: z.array(
    z.object({
      row: z.int(),
      verdict: z.enum(['create', 'update', 'unchanged', 'refuse']),
      label: z.string(),
      fields: z.array(z.object({ field: z.string(), message: z.string() })),
    }),
  ),
});
export type ImportResult = z.infer<typeof importResult>;

/** What the page offers before a file is mapped. */
export const importForm = z.object({
  fields: z.array(
    z.object({ field: z.string(), label: z.string(), required: z.boolean(), says: z.string() }),
  ),
  saved_mappings: z.array(
    z.object({
      source: z.string(),
      mapping: z.record(z.string(), z.string()),
      date_format: z.enum(dateFormats),
    }),
  ),
});
/** Base64 takes four characters for three bytes, and JSON a few more. */
export const importBodyLimit = importMegabytes * 1_450_000;
