import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actions } from '../../test/kit/billing-actions.ts';
import { live, newWorld, type Step } from '../../test/kit/billing-history.ts';
import { addDays } from './calendar.ts';

type Name = keyof typeof actions;

const names: Name[] = [
  ...(['create', 'pay', 'changePlan', 'changeQuantity', 'resume', 'moveZone', 'create', 'pay'] as const),
  ...Object.keys(actions).filter((name): name is Name => name in actions),
];

const step: fc.Arbitrary<Step<Name>> = fc.record({
  name: fc.constantFrom(...names),
  daysLater: fc.oneof(fc.nat({ max: 25 }), fc.constant(0), fc.nat({ max: 25 })),
  jobsRun: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  a: fc.nat(),
  b: fc.nat(),
  c: fc.nat(),
});

const first: fc.Arbitrary<Step<Name>> = step.map((one) => ({ ...one, name: 'create', daysLater: 0 }));

const histories = fc.record({
  startsOn: fc.nat({ max: 600 }).map((days) => addDays('2023-05-01', days)),
  steps: fc
    .tuple(first, fc.array(step, { minLength: 20, maxLength: 50 }))
    .map(([one, rest]) => [one, ...rest]),
});

test('whatever happens in a year: the sums hold, each period is invoiced once, no money is made or lost', () => {
  const outcomes = new Map<string, number>();
  const property = fc.property(histories, ({ startsOn, steps }) => {
    const world = newWorld(startsOn);
    live(world, steps, actions);
    for (const [label, times] of world.outcomes) outcomes.set(label, (outcomes.get(label) ?? 0) + times);
  });
  fc.assert(property, { numRuns: 1000 });
  const rare = Object.keys(actions).filter((name) => (outcomes.get(`${name}: done`) ?? 0) < 50);
  expect(rare).toEqual([]);
  expect(outcomes.has('refund: payment/not-accounted-for')).toBe(false);
  expect(outcomes.get('promise kept')).toBeGreaterThan(500);
});
