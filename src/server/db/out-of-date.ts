/** What a transaction began with is no longer so: it is undone and run again, as after a conflict of the database's own. */
export class OutOfDate extends Error {
  readonly code = '40001';
}
