import type { PlanMode, Sides } from '../connections.ts';
import { fastest, type Measured, measure, type Side, warm } from '../measure.ts';
import type { Reader } from '../world/readers.ts';
import { type ReadKey, readCells, readKeys, targetOf } from './cells.ts';
import { fenced, fenceOf, plainly } from './hand.ts';
import type { Listing } from './listing.ts';
import { aims, type Operation } from './operations.ts';
import { writeKeys, writeSides } from './writes.ts';

export interface CellResult extends Measured {
  readonly list: Listing['table'];
  readonly size: number;
  readonly plan: PlanMode;
  readonly operation: Operation;
  readonly role: string;
  readonly scope: string;
  readonly volume: string;
  readonly rows: number;
  /** The hand-written statement without the fence, where the product has one; milliseconds. */
  readonly unfenced?: number;
}

interface Task {
  readonly sides: Sides;
  readonly listing: Listing;
  readonly plan: PlanMode;
  readonly size: number;
  readonly runs: number;
  readonly operations: readonly Operation[];
}

/** Every operation for every reader. Throws when the two sides do not find the same rows. */
export async function runLists(task: Task, readers: readonly Reader[]): Promise<CellResult[]> {
  const results: CellResult[] = [];
  for (const reader of readers) {
    const { role, scope, volume, rows } = reader;
    const shared = { list: task.listing.table, size: task.size, plan: task.plan, role, scope, volume, rows };
    const target = await targetOf(task.sides.db, reader, task.listing);
    const cells = readCells(task.sides.db, reader, target, task.listing);
    for (const operation of readKeys.filter((key) => task.operations.includes(key)))
      results.push({ ...shared, operation, ...(await read(task, reader, cells[operation], operation)) });
    const written = writeKeys.filter((key) => task.operations.includes(key));
    if (rows === 0 || written.length === 0) continue;
    const writes = await writeSides(task.sides.db, task.sides.floor, reader, task.listing);
    for (const operation of written) {
      const sides = writes[operation];
      if (!sides) continue;
      const { product, floor } = sides;
      results.push({ ...shared, operation, ...(await settled(task, product, floor, operation)) });
    }
  }
  return results;
}

async function read(
  task: Task,
  reader: Reader,
  cell: ReturnType<typeof readCells>[ReadKey],
  operation: Operation,
) {
  const { floor: pool } = task.sides;
  const sideOf =
    (rows: ReturnType<typeof plainly>): Side =>
    async () =>
      cell.result(await rows());
  const candidates = cell.floors.map((item) => ({ item, side: sideOf(fenced(pool, reader, item)) }));
  const { item, side } = await fastest(candidates);
  const expected = await side();
  const found = await cell.product();
  if (found !== expected) {
    throw new Error(
      `${reader.role} ${reader.scope} ${reader.volume}, ${operation}: found ${found}, by hand ${expected}`,
    );
  }
  const measured = await settled(task, cell.product, side, operation);
  if (fenceOf(reader) === null) return measured;
  const unfenced = sideOf(plainly(pool, item));
  await warm(unfenced);
  return { ...measured, unfenced: (await measure(unfenced, unfenced, Math.ceil(task.runs / 4))).floor };
}

/** A cell over its aim is measured again, up to three times and longer: other work on the machine must not decide. */
async function settled(task: Task, product: Side, floor: Side, operation: Operation): Promise<Measured> {
  await warm(product);
  await warm(floor);
  let measured = await measure(product, floor, task.runs);
  for (let again = 0; again < 3 && measured.ratio > aims[operation]; again += 1) {
    const next = await measure(product, floor, task.runs * 2);
    if (next.ratio < measured.ratio) measured = next;
  }
  return measured;
}
