import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { dateFormats, type ImportRequest, type ImportResult } from '../../contract/imports.ts';
import type { AppContext } from '../../server/app-context.ts';
import { caseImporter } from '../../server/import/import-cases.ts';
import { invoiceImporter } from '../../server/import/import-invoices.ts';
import { organizationImporter } from '../../server/import/import-organizations.ts';
import { subscriptionImporter } from '../../server/import/import-subscriptions.ts';
import { userImporter } from '../../server/import/import-users.ts';
import type { Importer } from '../../server/import/importer.ts';
import { fileLimit, tooLarge } from '../../server/import/read-file.ts';
import { runImport } from '../../server/import/run-import.ts';
import { savedMappings } from '../../server/import/saved-mappings.ts';
import { findAdministrator, requireAdministrator } from '../administrator.ts';
import { withApp } from '../open-app.ts';
import { CommandRefused, exitCodes, type Outcome } from '../outcome.ts';
import { runCommand } from '../run-command.ts';

interface Options {
  readonly mapping?: string;
  readonly source: string;
  readonly dateFormat?: string;
  readonly dryRun?: boolean;
  readonly keepGoodRows?: boolean;
  readonly as?: string;
  readonly json?: boolean;
}

const importers: Readonly<Record<string, Importer>> = {
  organizations: organizationImporter,
  subscriptions: subscriptionImporter,
  invoices: invoiceImporter,
  cases: caseImporter,
  users: userImporter,
};
const resources = Object.keys(importers).join(', ');
const shownRefusals = 20;

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Import records from a CSV file in UTF-8.')
    .argument('<resource>', `one of ${resources}`)
    .argument('<file>', 'the CSV file')
    .option(
      '--mapping <pairs>',
      'field=column pairs, separated by commas; by default the saved or obvious ones',
    )
    .option('--source <name>', 'the system the file comes from; external ids count within a source', 'csv')
    .option('--date-format <format>', `one of ${dateFormats.join(', ')}`)
    .option('--dry-run', 'say what would happen and change nothing')
    .option('--keep-good-rows', 'import the rows that are right although others are refused')
    .option('--as <email>', 'the Global Administrator to act as; by default the first')
    .option('--json', 'print the result as JSON')
    .action((resource: string, file: string, options: Options) =>
      runCommand(options, async (config) => {
        const importer = importerFor(resource);
        const content = await contentOf(file);
        return withApp(config, (app) => importFile(app, importer, { file, content, options }));
      }),
    );
}

function importerFor(resource: string): Importer {
  const importer = importers[resource];
  if (importer) return importer;
  throw new CommandRefused(`Only ${resources} can be imported, not "${resource}".`, exitCodes.usage);
}

async function contentOf(file: string): Promise<string> {
  if ((await stat(file)).size > fileLimit) throw tooLarge();
  return (await readFile(file)).toString('base64');
}

interface Given {
  readonly file: string;
  readonly content: string;
  readonly options: Options;
}

export async function importFile(app: AppContext, importer: Importer, given: Given): Promise<Outcome> {
  const { options } = given;
  await requireAdministrator(app, options.as);
  const request = await requestFor(app, importer, given);
  const result = await runImport({ app, importer, request, again: () => findAdministrator(app, options.as) });
  await app.mail.flush();
  const exitCode = result.refuse > 0 ? exitCodes.refused : exitCodes.done;
  return { data: result, text: describe(result), exitCode };
}

async function requestFor(
  app: AppContext,
  importer: Importer,
  { file, content, options }: Given,
): Promise<ImportRequest> {
  const saved = (await savedMappings(app, importer.resource)).find(({ source }) => source === options.source);
  return {
    file_name: basename(file).slice(0, 255),
    content_base64: content,
    source: options.source,
    mapping: options.mapping === undefined ? (saved?.mapping ?? {}) : mappingOf(options.mapping),
    date_format: dateFormatOf(options.dateFormat ?? saved?.date_format ?? 'YYYY-MM-DD'),
    dry_run: options.dryRun ?? false,
    mode: options.keepGoodRows ? 'keep_good_rows' : 'all_or_nothing',
  };
}

export function mappingOf(text: string): Record<string, string> {
  const pairs = text.split(',').map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new CommandRefused(`"${pair}" is not of the form field=column.`, exitCodes.usage);
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
  });
  return Object.fromEntries(pairs);
}

function dateFormatOf(text: string): ImportRequest['date_format'] {
  const format = dateFormats.find((known) => known === text);
  if (format) return format;
  throw new CommandRefused(`--date-format is one of ${dateFormats.join(', ')}.`, exitCodes.usage);
}

function describe(result: ImportResult): string {
  const refused = result.verdicts.filter(({ verdict }) => verdict === 'refuse').slice(0, shownRefusals);
  const reasons = refused.map(({ row, label, fields }) => {
    const why = fields
      .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
      .join('; ');
    return `  row ${row} (${label}): ${why}`;
  });
  const more = result.refuse > refused.length ? [`  and ${result.refuse - refused.length} more`] : [];
  const { create, update, unchanged, refuse } = result;
  const counts = `${result.rows} rows: ${create} to create, ${update} to update, ${unchanged} unchanged, ${refuse} refused.`;
  return [counts, ...reasons, ...more, endOf(result)].join('\n');
}

function endOf({ dry_run, committed }: ImportResult): string {
  if (dry_run) return 'This was a dry run: nothing was changed.';
  return committed ? 'Imported.' : 'Nothing was changed, because rows were refused.';
}
