import { z } from 'zod';
import { hasGrant } from '../../access/grants.ts';
import { isResource, type ResourceKey } from '../../catalog/catalog.ts';
import { pathOf } from '../../catalog/paths.ts';
import { seesSellerFigures, sellerFigures } from '../../catalog/roles.ts';
import { money } from '../../contract/route.ts';
import { type RouteKey, routeKeys, routeSpec } from '../../contract/routes.ts';
import type { FieldChange } from '../db/columns.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/** Columns and words of the log behind what a record shows under another name. */
const underOtherNames: Readonly<Partial<Record<ResourceKey, readonly string[]>>> = {
  organizations: ['parent_partner_id'],
  subscriptions: [
    'plan_version_id',
    'period_start',
    'period_end',
    'term_start',
    'term_end',
    'pending_plan_version_id',
    'pending_quantity',
    'pending_on',
    'cancellation_on',
    'cancellation_reason',
    // What a booking tells, `toldOf` of commerce/tell-booking.ts.
    'trial_until',
    'invoiced_until',
    'term_until',
    'renews_by_itself',
    'another_term_ordered',
    'paused_since',
    'waiting_change',
    'waiting_change_on',
    'no_service_from',
    'reason',
  ],
  cases: ['about'],
  invoices: ['credit_applied', 'sent_to', 'payment', 'credit', 'reason', 'refund'],
  payments: ['invoices', 'failure_code', 'refund', 'refund_failure'],
  credits: ['applied', 'invoice'],
  payment_methods: ['removed_at'],
};

type Shape = Readonly<Record<string, unknown>>;
const shapes = new Map<ResourceKey, Shape>();

/** What one record of a resource shows, by the contract of its API. */
function shapeOf(resource: ResourceKey): Shape {
  const known = shapes.get(resource);
  if (known) return known;
  const key = `GET ${pathOf(resource)}/:id`;
  const route = routeKeys.find((one): one is RouteKey => one === key);
  const output = route ? routeSpec(route).output : undefined;
  const shape = output instanceof z.ZodObject ? output.shape : {};
  shapes.set(resource, shape);
  return shape;
}

function isMoney(schema: unknown): boolean {
  return schema === money || (schema instanceof z.ZodNullable && schema.unwrap() === money);
}

function shows(resource: ResourceKey, field: string): boolean {
  const shape = shapeOf(resource);
  const others = underOtherNames[resource] ?? [];
  return field in shape || field.replace(/_id$/, '') in shape || others.includes(field);
}

interface About {
  readonly item_type: string;
  /** Of the record, where it has one. */
  readonly currency: string | null;
  readonly changes: readonly FieldChange[];
}

/**
 * The changes of an entry as they are told beside its record: of what the record itself shows, and amounts with their
 * currency. Those who read the audit log see the rest as well.
 */
export function toldChanges(subject: SessionSubject, { item_type, currency, changes }: About): FieldChange[] {
  if (!isResource(item_type)) return [];
  const readsLog = hasGrant(subject.grants, 'audit_log.view');
  const withheld: readonly string[] = seesSellerFigures(subject.grants.role) ? [] : sellerFigures;
  const told = changes.filter(
    ({ field }) => !withheld.includes(field) && (readsLog || shows(item_type, field)),
  );
  return told.map(({ field, from, to }) => {
    if (currency === null || !isMoney(shapeOf(item_type)[field])) return { field, from, to };
    return { field, from: amountIn(currency, from), to: amountIn(currency, to) };
  });
}

function amountIn(currency: string, value: unknown): unknown {
  return typeof value === 'number' ? { amount: value, currency } : value;
}
