import { decide } from '../../access/decide.ts';
import { hasGrant } from '../../access/grants.ts';
import type { Row as AnyRow } from '../../access/holds.ts';
import { isPermission, type ResourceKey } from '../../catalog/catalog.ts';
import { roles } from '../../catalog/roles.ts';
import { kindSpec, type NotificationData, type NotificationKind } from '../../contract/notification-kinds.ts';
import type { AppContext } from '../app-context.ts';
import { newId } from '../db/id.ts';
import { insertRows } from '../db/write-rows.ts';
import { currentRequest } from '../http/request-context.ts';
import { loadPeople, type Person } from '../http/session-subject.ts';
import { labelOf } from '../records/label.ts';
import { choicesOf } from './choices.ts';
import { queueMails, type Told } from './notification-mails.ts';

/** Something that happened, and those it may matter to. */
export interface Notice {
  readonly kind: NotificationKind;
  /** The resource of the record, or of the list that was imported or exported; null where it is about nothing. */
  readonly resource: ResourceKey | null;
  /** As it is after the change: with its access columns and the columns that name it. */
  readonly record?: AnyRow & { readonly id: string };
  /** How it is called, where that is not what the catalog says of the record. */
  readonly label?: string;
  /** Their ids; who may not see it, who is not active and whoever did it are left out. */
  readonly people: readonly (string | null)[];
  readonly data?: NotificationData;
  /** An address that is written to about the same: whoever reads mail there is not written to twice. */
  readonly mailedTo?: string | null;
}

/** Tells people of something, in the transaction of the change that it tells of. */
export function notify(app: AppContext, notice: Notice): Promise<void> {
  return notifyAll(app, [notice]);
}

/** The same for many changes, with the same few statements. */
export async function notifyAll(app: AppContext, notices: readonly Notice[]): Promise<void> {
  // What the history of a demo company tells of is no news.
  if (currentRequest().at !== undefined) return;
  const ids = notices.flatMap(({ people }) => people.filter((id) => id !== null));
  if (ids.length === 0) return;
  const people = await loadPeople(app.db, ids, app.clock());
  const told = notices.flatMap((notice) =>
    [...new Set(notice.people)]
      .flatMap((id) => people.get(id ?? '') ?? [])
      .filter((person) => concerns(notice, person))
      .map((person) => toldOf(notice, person)),
  );
  if (told.length === 0) return;
  const choiceOf = await choicesOf(app.db, [...people.keys()], [...new Set(told.map(({ kind }) => kind))]);
  await insertRows(
    app.db,
    'notifications',
    rowsOf(
      app,
      told.filter((one) => choiceOf(one.userId, one.kind).page),
    ),
  );
  await queueMails(
    app,
    told.filter((one) => choiceOf(one.userId, one.kind).mail),
  );
}

/** By the same decision that opens the record. */
function concerns({ kind, resource, record }: Notice, person: Person): boolean {
  const { about, to } = kindSpec(kind);
  if (person.status !== 'active') return false;
  if (!to.includes(roles[person.grants.role].type)) return false;
  // What somebody started themselves is theirs to hear of.
  if (about.kind !== 'own' && person.userId === currentRequest().actor?.id) return false;
  if (about.kind === 'nothing') return true;
  if (about.kind === 'own') {
    const permission = `${resource}.${about.verb}`;
    return isPermission(permission) && hasGrant(person.grants, permission);
  }
  return record !== undefined && decide(person, `${about.resource}.view`, record).allowed;
}

function toldOf(notice: Notice, { userId }: Person): Told {
  const { kind, resource, record, data = {}, mailedTo = null } = notice;
  const label = notice.label ?? (resource && record ? labelOf(resource, record) : null) ?? '';
  return { userId, kind, resource, recordId: record?.id ?? null, label: label.slice(0, 300), data, mailedTo };
}

function rowsOf({ clock }: AppContext, told: readonly Told[]) {
  return told.map(({ userId, kind, resource, recordId, label, data }) => ({
    ...{ id: newId(), user_id: userId, kind, resource, record_id: recordId, label, data },
    at: clock(),
    read_at: null,
  }));
}
