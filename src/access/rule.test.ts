import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './holds.ts';
import { all, any, type Rule } from './rule.ts';
import { branchesOf, branchToSql, Parameters, ruleToSql } from './to-sql.ts';

const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.constant<Rule>({ kind: 'always' }),
  fc.constant<Rule>({ kind: 'never' }),
  fc.record({
    kind: fc.constant('equals' as const),
    column: fc.constantFrom('a', 'b', 'c'),
    value: fc.constantFrom('1', '2'),
  }),
  fc.record({
    kind: fc.constant('one_of' as const),
    column: fc.constantFrom('a', 'b'),
    values: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }),
  }),
);
const ruleOf = fc
  .tuple(fc.array(leaf, { maxLength: 2 }), fc.array(leaf, { maxLength: 3 }))
  .map(([must, choice]) => all(...must, choice.length > 0 ? any(...choice) : { kind: 'always' }));
const cell = fc.constantFrom('1', '2', '3', null);
const row = fc.record({ a: cell, b: cell, c: cell });

describe('rules', () => {
  it('branches are disjoint and together the rule', () => {
    fc.assert(
      fc.property(ruleOf, row, (rule, values) => {
        const hits = branchesOf(rule).filter(
          (branch) => holds(branch.rule, values) && branch.without.every((part) => !holds(part, values)),
        );
        expect(hits.length).toBe(holds(rule, values) ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('an empty choice is never, not always', () => {
    expect(any()).toEqual({ kind: 'never' });
    expect(any({ kind: 'never' }, { kind: 'never' })).toEqual({ kind: 'never' });
    expect(branchesOf({ kind: 'never' })).toEqual([]);
  });

  it('puts no value into the text of a statement', () => {
    const parameters = new Parameters();
    const evil = "x' or true --";
    const rule = all(
      { kind: 'equals', column: 'a', value: evil },
      any({ kind: 'equals', column: 'b', value: evil }, { kind: 'equals', column: 'c', value: evil }),
    );
    expect(ruleToSql(rule, parameters, 'r')).toBe('(r.a = $1 and (r.b = $2 or r.c = $3))');
    expect(parameters.values).toEqual([evil, evil, evil]);
    const second = branchesOf(rule)[1];
    expect(second && branchToSql(second, new Parameters(), 'r')).toBe(
      '(r.a = $1 and r.c = $2) and (r.b = $3) is not true',
    );
  });
});
