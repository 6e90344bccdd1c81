import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from './holds.ts';
import { all, any, bind, type Rule } from './rule.ts';
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
  fc.constant<Rule>({ kind: 'flagged', column: 'f' }),
);
const ruleOf = fc
  .tuple(fc.array(leaf, { maxLength: 2 }), fc.array(leaf, { maxLength: 3 }))
  .map(([must, choice]) => all(...must, choice.length > 0 ? any(...choice) : { kind: 'always' }));
/** A boundary with alternatives, a scope with alternatives, and alternatives that are such rules themselves. */
const choiceOf = (part: fc.Arbitrary<Rule>) =>
  fc.array(part, { minLength: 1, maxLength: 3 }).map((of) => any(...of));
const nestedRule = fc
  .tuple(leaf, choiceOf(leaf), choiceOf(fc.oneof(leaf, ruleOf)))
  .map((parts) => all(...parts));
const cell = fc.constantFrom('1', '2', '3', null);
const row = fc.record({ a: cell, b: cell, c: cell, f: fc.constantFrom(true, false, null) });

describe('rules', () => {
  it('branches are disjoint and together the rule', () => {
    fc.assert(
      fc.property(fc.oneof(ruleOf, nestedRule), row, (rule, values) => {
        const hits = branchesOf(rule).filter(
          (branch) => holds(branch.rule, values) && branch.without.every((part) => !holds(part, values)),
        );
        expect(hits.length).toBe(holds(rule, values) ? 1 : 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('every combination of alternatives is a branch without any left in it', () => {
    const is = (column: string, value: string): Rule => ({ kind: 'equals', column, value });
    const boundary = all(is('a', '1'), any(is('b', '1'), is('c', '1')));
    const rule = all(boundary, any(is('d', '1'), is('e', '1')));
    expect(branchesOf(rule).map((branch) => branchToSql(branch, new Parameters(), 'r'))).toEqual([
      '(r.a = $1 and r.b = $2 and r.d = $3)',
      '(r.a = $1 and r.b = $2 and r.e = $3) and (r.d = $4) is not true',
      '(r.a = $1 and r.c = $2 and r.d = $3) and (r.b = $4) is not true',
      '(r.a = $1 and r.c = $2 and r.e = $3) and (r.b = $4) is not true and (r.d = $5) is not true',
    ]);
    fc.assert(
      fc.property(nestedRule, (nested) => {
        const text = branchesOf(nested).map(({ rule: part }) => ruleToSql(part, new Parameters(), 'r'));
        expect(text.filter((sql) => sql.includes(' or '))).toEqual([]);
      }),
    );
  });

  it('an empty choice is never, not always', () => {
    expect(any()).toEqual({ kind: 'never' });
    expect(any({ kind: 'never' }, { kind: 'never' })).toEqual({ kind: 'never' });
    expect(branchesOf({ kind: 'never' })).toEqual([]);
  });

  it.each([
    [true, true],
    [false, false],
    [null, false],
    ['true', false],
    [1, false],
    [undefined, false],
  ])('a flag that is %j holds: %j', (f, expected) => {
    expect(holds({ kind: 'flagged', column: 'f' }, { f })).toBe(expected);
  });

  it('reads a flag as a column that an index on it answers', () => {
    const flag: Rule = { kind: 'flagged', column: 'f' };
    const parameters = new Parameters();
    const rule = all(flag, any({ kind: 'equals', column: 'a', value: '1' }, flag));
    expect(ruleToSql(rule, parameters, 'r')).toBe('(r.f and (r.a = $1 or r.f))');
    const second = branchesOf(rule)[1];
    expect(second && branchToSql(second, new Parameters(), 'r')).toBe(
      '(r.f and r.f) and (r.a = $1) is not true',
    );
  });

  it('belonging somewhere is everything or nothing', () => {
    const nobody = { userId: 'u', organizationId: null, partnerId: null };
    const belongs = { kind: 'belongs', subject: 'partnerId' } as const;
    const flagged = { kind: 'flagged', column: 'f' } as const;
    expect(bind({ kind: 'all', of: [belongs, flagged] }, nobody)).toEqual({ kind: 'never' });
    expect(bind({ kind: 'all', of: [belongs, flagged] }, { ...nobody, partnerId: 'p' })).toEqual(flagged);
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
