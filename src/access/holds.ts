import type { Rule } from './rule.ts';

/** A database row as rules read it. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads a rule over one row in memory. Equal to `ruleToSql` for every row, nulls included. */
export function holds(rule: Rule, row: Row): boolean {
  switch (rule.kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'equals':
      return row[rule.column] === rule.value;
    case 'one_of': {
      const value = row[rule.column];
      return typeof value === 'string' && rule.values.includes(value);
    }
    case 'flagged':
      return row[rule.column] === true;
    case 'all':
      return rule.of.every((part) => holds(part, row));
    case 'any':
      return rule.of.some((part) => holds(part, row));
  }
}

/** The column and value by which a row matched, for an explanation; null when nothing needed to match. */
export function matchedBy(rule: Rule, row: Row): { column: string; value: string } | null {
  switch (rule.kind) {
    case 'always':
    case 'never':
      return null;
    case 'equals':
      return holds(rule, row) ? { column: rule.column, value: rule.value } : null;
    case 'one_of':
    case 'flagged':
      return holds(rule, row) ? { column: rule.column, value: String(row[rule.column]) } : null;
    case 'all':
    case 'any':
      return rule.of.map((part) => matchedBy(part, row)).find((match) => match !== null) ?? null;
  }
}
