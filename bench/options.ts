import { parseArgs } from 'node:util';
import { type Listing, listings } from './lists/listing.ts';
import { isOperation, type Operation, operations } from './lists/operations.ts';

export interface BenchOptions {
  /** Which list is measured; the sizes are its rows. */
  readonly listing: Listing;
  /** Rows per database, ascending. */
  readonly sizes: readonly number[];
  /** Measured calls of either side per cell. */
  readonly runs: number;
  /** Seconds of load on either server. */
  readonly httpSeconds: number;
  readonly http: boolean;
  readonly lists: boolean;
  /** What is measured of the lists. */
  readonly operations: readonly Operation[];
  /** Also under `plan_cache_mode = force_generic_plan`. */
  readonly generic: boolean;
  /** Where the JSON goes; null = nowhere. */
  readonly out: string | null;
}

const usage = `ambit bench [--sizes 10k,100k,1m] [--runs 40] [--quick] [--list organizations|invoices] [--only lists|http] [--operations "count,search"] [--no-generic] [--no-write]

  Measures lists, single records, counts, searches and updates against hand-written SQL, on a PostgreSQL
  of its own in a temporary folder. --quick: 10k only, 10 runs, 2 s of HTTP.`;

/** Reads the command line; null when only help was asked for. */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      list: { type: 'string', default: 'organizations' },
      operations: { type: 'string' },
      'no-generic': { type: 'boolean', default: false },
      'no-write': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return null;
  }
  const sizes = (values.sizes ?? (values.quick ? '10k' : '10k,100k,1m')).split(',').map(toSize);
  if (values.list !== 'organizations' && values.list !== 'invoices')
    throw new Error(`--list: "${values.list}" is neither organizations nor invoices`);
  return {
    listing: listings[values.list],
    sizes: sizes.toSorted((a, b) => a - b),
    runs: positive(values.runs ?? (values.quick ? '10' : '40'), 'runs'),
    httpSeconds: values.quick ? 2 : 10,
    http: values.only !== 'lists',
    lists: values.only !== 'http',
    operations: values.operations?.split(',').map(toOperation) ?? operations,
    generic: !values['no-generic'],
    out: values['no-write'] ? null : new URL('./results/', import.meta.url).pathname,
  };
}

/** A size as people write it: `10k`, `1m`. */
export function toSize(text: string): number {
  const match = /^(\d+)(k|m)?$/i.exec(text.trim());
  if (!match) throw new Error(`--sizes: "${text}" is no size; write 10k,100k,1m`);
  const unit = { k: 1_000, m: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? 1;
  const size = Number(match[1]) * unit;
  if (size < 1_000) throw new Error(`--sizes: at least 1k, not "${text}"`);
  return size;
}

function toOperation(text: string): Operation {
  const name = text.trim();
  if (!isOperation(name)) throw new Error(`--operations: "${name}" is none of ${operations.join(', ')}`);
  return name;
}

function positive(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name}: "${text}" is no positive whole number`);
  return value;
}

export function sizeLabel(size: number): string {
  if (size % 1_000_000 === 0) return `${size / 1_000_000}M`;
  return size % 1_000 === 0 ? `${size / 1_000}k` : String(size);
}
