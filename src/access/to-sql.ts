import { all, type Rule } from './rule.ts';

/** Collects the values of a statement and answers their placeholders, so that no value ever stands in the text. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/**
 * Reads a rule as an SQL condition. Columns come from the catalog, values become parameters.
 * @param alias table alias that the columns are qualified with
 */
export function ruleToSql(rule: Rule, parameters: Parameters, alias: string): string {
  switch (rule.kind) {
    case 'always':
      return 'true';
    case 'never':
      return 'false';
    case 'equals':
      return `${alias}.${rule.column} = ${parameters.add(rule.value)}`;
    case 'one_of':
      return `${alias}.${rule.column} in (${rule.values.map((value) => parameters.add(value)).join(', ')})`;
    case 'flagged':
      return `${alias}.${rule.column}`;
    case 'all':
      return `(${rule.of.map((part) => ruleToSql(part, parameters, alias)).join(' and ')})`;
    case 'any':
      return `(${rule.of.map((part) => ruleToSql(part, parameters, alias)).join(' or ')})`;
  }
}

/** A part of a rule that one index can answer; `without` excludes the rows that earlier branches already gave. */
export interface Branch {
  readonly rule: Rule;
  readonly without: readonly Rule[];
}

/**
 * Splits a rule at its alternatives into disjoint branches, one index scan each: `A and (B or C)` becomes
 * `A and B` and `A and C, without B`. Where several alternatives must hold at once (a boundary and a scope), every
 * combination is a branch. A rule without alternatives is one branch; `never` is none.
 */
export function branchesOf(rule: Rule): Branch[] {
  if (rule.kind === 'never') return [];
  const parts = rule.kind === 'all' ? rule.of : [rule];
  const choice = parts.find((part) => part.kind === 'any');
  if (choice?.kind !== 'any') return [{ rule, without: [] }];
  const rest = parts.filter((part) => part !== choice);
  return choice.of.flatMap((part, index) => {
    const before = choice.of.slice(0, index);
    return branchesOf(all(...rest, part)).map((branch) => ({
      rule: branch.rule,
      without: [...before, ...branch.without],
    }));
  });
}

/** A branch as an SQL condition; a null in an excluded column counts as "not matched", as it does in memory. */
export function branchToSql(branch: Branch, parameters: Parameters, alias: string): string {
  const own = ruleToSql(branch.rule, parameters, alias);
  const others = branch.without.map((rule) => `(${ruleToSql(rule, parameters, alias)}) is not true`);
  return [own, ...others].join(' and ');
}
