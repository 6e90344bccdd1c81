import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/access/decide.ts';
import { compileGrants, hasGrant } from '../../src/access/grants.ts';
import type { Row } from '../../src/access/holds.ts';
import { visible } from '../../src/access/subject.ts';
import { groupOf, type Permission, resourceSpec } from '../../src/catalog/catalog.ts';
import type { ProfileGrants } from '../../src/catalog/profile-grants.ts';
import { shippedProfiles } from '../../src/catalog/profiles.ts';
import { roles, rolesOfType, seesSellerFigures } from '../../src/catalog/roles.ts';
import { blocks } from '../../src/contract/dashboard/blocks.ts';
import type { FigureShown } from '../../src/contract/dashboard/dashboard.ts';
import { trendMonths } from '../../src/contract/dashboard/days.ts';
import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { countCap, countVisible } from '../../src/server/db/visible-list.ts';
import type { SessionSubject } from '../../src/server/http/session-subject.ts';
import { lists } from '../../src/server/modules/all.ts';
import { dashboardOf } from '../../src/server/modules/dashboard/routes.ts';
import { testDatabase } from '../kit/database.ts';
import { plantWorld, type Random, randomFrom, randomGrants, type World } from '../kit/random-world.ts';

type Counted = (typeof blocks)[number]['resource'];

let db: Database;
let world: World;
const rows = new Map<Counted, (Row & { id: string })[]>();
const random = randomFrom(20_261_128);
const calendar = { today: '2026-02-10', timeZone: 'Europe/Warsaw' };

beforeAll(async () => {
  db = await testDatabase();
  world = await plantWorld(db, random, { partners: 4, organizations: 400, contacts: 10, users: 100 });
  for (const resource of new Set(blocks.map((block) => block.resource))) {
    rows.set(resource, await db.raw<Row & { id: string }>(`select * from ${resource}`));
  }
}, 120_000);
afterAll(() => db.close());

function subjectOf(person: World['people'][number], grants: ProfileGrants): SessionSubject {
  const profile = { id: newId(), key: null, name: 'Profile', version: 1 };
  return {
    ...{ sessionId: newId(), name: 'Reader', now: new Date(`${calendar.today}T12:00:00Z`), profile },
    userId: person.id,
    organizationId: person.organizationId,
    partnerId: person.partnerId,
    status: 'active',
    grants: compileGrants(person.role, { id: newId(), version: 1, grants }),
  };
}

function cases(source: Random): { label: string; subject: SessionSubject }[] {
  const shipped = shippedProfiles.flatMap(({ key, role_type, grants }) =>
    rolesOfType(role_type).map((role) => {
      const person = source.pick(world.people.filter((one) => one.role === role));
      return { label: `${key} as ${role}`, subject: subjectOf(person, grants) };
    }),
  );
  const made = Array.from({ length: 120 }, (_, index) => ({
    label: `random profile ${index}`,
    subject: subjectOf(source.pick(world.people), randomGrants(source)),
  }));
  return [...shipped, ...made];
}

/** The rows that the single check lets the reader view. */
function viewed(subject: SessionSubject, resource: Counted) {
  const permission = `${resource}.view` as Permission;
  return (rows.get(resource) ?? []).filter((row) => decide(subject, permission, row).allowed);
}

async function expectCounts(subject: SessionSubject, resource: Counted, figure: FigureShown): Promise<void> {
  const asked = { ...figure.opens, calendar };
  expect(await countVisible(db, visible(subject, resource), lists[resource], asked)).toEqual({
    count: Math.min(figure.count, countCap),
    capped: figure.count > countCap,
  });
}

function expectMoney(
  block: (typeof blocks)[number],
  figures: readonly FigureShown[],
  subject: SessionSubject,
) {
  if (block.sum === null) return expect(figures.flatMap(({ amounts }) => amounts)).toEqual([]);
  const column = block.sum;
  const said = figures.flatMap(({ amounts }) => amounts).reduce((sum, { amount }) => sum + amount, 0);
  const checked = viewed(subject, block.resource)
    .filter(({ status }) => block.resource !== 'subscriptions' || status === 'active')
    .reduce((sum, row) => sum + Number(row[column]), 0);
  expect(said, 'the sum over rows that were checked one by one').toBe(checked);
}

async function expectRight(subject: SessionSubject): Promise<void> {
  const shown = await dashboardOf(db, subject, { lists, calendar });
  for (const { key, figures, totals } of shown.blocks) {
    const block = blocks.find((one) => one.key === key);
    if (!block) throw new Error(`Nobody declared ${key}`);
    for (const figure of [...figures, ...totals]) {
      await expectCounts(subject, block.resource, figure).catch((error: unknown) => {
        throw new Error(`${key}, ${figure.key}`, { cause: error });
      });
    }
    expectMoney(block, figures, subject);
  }
}

describe('every figure is what its list shows', () => {
  it('has something in every figure that the world can fill', async () => {
    const { grants } =
      shippedProfiles.find(({ key }) => key === 'administrator') ?? shippedProfiles[0] ?? never();
    const admin = world.people.find(({ role }) => role === 'system_administrator') ?? never();
    const { blocks: all } = await dashboardOf(db, subjectOf(admin, grants), { lists, calendar });
    const forAdmins = blocks.filter((block) => block.for.some((type) => type === 'admin'));
    expect(all.map(({ key }) => key)).toEqual(forAdmins.map(({ key }) => key));
    const empty = all.flatMap(({ figures, totals }) =>
      [...figures, ...totals].filter(({ count }) => count === 0),
    );
    expect(empty.map(({ key }) => key).filter((key) => !/^2025-|^2026-02|closed_partners/.test(key))).toEqual(
      [],
    );
  });

  it('for every shipped profile and 120 random ones, and adds up what the single check lets through', async () => {
    for (const { label, subject } of cases(random)) {
      await expectRight(subject).catch((error: unknown) => {
        throw new Error(`${label} (${subject.grants.role})`, { cause: error });
      });
    }
  }, 300_000);
});

describe('what a reader may not view', () => {
  it('is absent, block by block, by the permission and the group of its list', async () => {
    for (const { label, subject } of cases(random)) {
      const shown = await dashboardOf(db, subject, { lists, calendar });
      const { type } = roles[subject.grants.role];
      const expected = blocks.filter(
        (block) =>
          block.for.includes(type) && hasGrant(subject.grants, `${block.resource}.view` as Permission),
      );
      expect(
        shown.blocks.map(({ key }) => key),
        label,
      ).toEqual(expected.map(({ key }) => key));
      expect('mrr_trend' in shown, label).toBe(
        hasGrant(subject.grants, 'subscriptions.view') && seesSellerFigures(subject.grants.role),
      );
    }
  });

  it('is absent when its group is hidden, whatever the levels say', async () => {
    const person = world.people.find(({ role }) => role === 'account_executive') ?? never();
    const { grants } = shippedProfiles.find(({ key }) => key === 'csr_supervisor') ?? never();
    const without = { ...grants, groups: grants.groups.filter((group) => group !== 'commerce') };
    const shown = await dashboardOf(db, subjectOf(person, without), { lists, calendar });
    const groups = shown.blocks.map(
      ({ key }) => blocks.find((block) => block.key === key)?.resource ?? never(),
    );
    expect([...new Set(groups.map(groupOf))]).toEqual(['crm']);
    expect(JSON.stringify(shown)).not.toMatch(/mrr|balance|trial|due_|"age"/);
  });

  it('leaves nothing to somebody without organization or partner', async () => {
    for (const role of ['customer', 'partner_administrator'] as const) {
      const lost = { id: newId(), role, organizationId: null, partnerId: null };
      const grants =
        shippedProfiles.find(({ role_type }) => role_type === roles[role].type)?.grants ?? never();
      const shown = await dashboardOf(db, subjectOf(lost, grants), { lists, calendar });
      const counts = shown.blocks.flatMap(({ figures, totals }) =>
        [...figures, ...totals].map(({ count }) => count),
      );
      expect(counts.filter((count) => count !== 0)).toEqual([]);
      expect((shown.mrr_trend ?? []).flatMap(({ amounts }) => amounts)).toEqual([]);
    }
  });
});

describe('the trend', () => {
  it('ends with the MRR of the figure and moves by what it says moved', async () => {
    for (const { label, subject } of cases(random).slice(0, 60)) {
      const { blocks: shown, mrr_trend } = await dashboardOf(db, subject, { lists, calendar });
      if (!mrr_trend) continue;
      expect(mrr_trend).toHaveLength(trendMonths);
      const figure = shown.find(({ key }) => key === 'recurring_revenue')?.figures[0];
      expect(mrr_trend.at(-1)?.amounts, label).toEqual(figure?.amounts);
      for (const [index, { amounts, moved }] of mrr_trend.entries()) {
        const before = mrr_trend[index - 1];
        if (!before) continue;
        const change = amounts.map(({ currency, amount }) => ({
          currency,
          amount: amount - (before.amounts.find((one) => one.currency === currency)?.amount ?? 0),
        }));
        const told = amounts.map(({ currency }) => ({
          currency,
          amount: moved
            .filter((one) => one.currency === currency)
            .reduce((sum, { amount }) => sum + amount, 0),
        }));
        expect(change, label).toEqual(told);
      }
    }
  });
});

describe('declared blocks', () => {
  it('name lists and money columns that there are, and totals of their own figures', () => {
    for (const block of blocks) {
      expect(resourceSpec(block.resource).records).toBeDefined();
      const keys = block.figures(calendar.today).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { of } of block.totals) expect(keys).toEqual(expect.arrayContaining([...(of ?? [])]));
    }
  });
});

function never(): never {
  throw new Error('The world lacks somebody');
}
