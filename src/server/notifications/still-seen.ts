import { hasGrant } from '../../access/grants.ts';
import { visible } from '../../access/subject.ts';
import { type Parameters, ruleToSql } from '../../access/to-sql.ts';
import { isPermission, type RecordResource, resourceKeys } from '../../catalog/catalog.ts';
import { recordResources } from '../../catalog/record-resources.ts';
import { allNotificationKinds, kindSpec, type NotificationKind } from '../../contract/notification-kinds.ts';
import type { SessionSubject } from '../http/session-subject.ts';

const kindsAbout = (kind: 'own' | 'nothing') =>
  allNotificationKinds.filter((one) => kindSpec(one).about.kind === kind);

/**
 * The conditions under which a notification `n` can still be seen, one per kind of record behind the predicate of its
 * list, each with an index of its own; of what somebody started themselves, as long as they may do it still.
 */
export function branchesFor(subject: SessionSubject, parameters: Parameters): string[] {
  const own = `n.user_id = ${parameters.add(subject.userId)}`;
  const ofRecords = recordResources.flatMap((resource) => {
    const { rule } = visible(subject, resource);
    const kinds = kindsOf(resource);
    if (rule.kind === 'never' || kinds.length === 0) return [];
    return [
      `from notifications n join ${resource} r on r.id = n.record_id
where ${own} and n.resource = '${resource}' and n.kind = any(${parameters.add(kinds)}::text[]) and ${ruleToSql(rule, parameters, 'r')}`,
    ];
  });
  const started = kindsAbout('own').map((kind) => {
    const { about } = kindSpec(kind);
    const lists = resourceKeys.filter((key) => {
      const permission = about.kind === 'own' ? `${key}.${about.verb}` : '';
      return isPermission(permission) && hasGrant(subject.grants, permission);
    });
    return `from notifications n where ${own} and n.resource = any(${parameters.add(lists)}::text[])
and n.kind = ${parameters.add(kind)}`;
  });
  const nothing = `from notifications n where ${own} and n.resource is null
and n.kind = any(${parameters.add(kindsAbout('nothing'))}::text[])`;
  return [...ofRecords, ...started, nothing];
}

function kindsOf(resource: RecordResource): NotificationKind[] {
  return allNotificationKinds.filter((kind) => {
    const { about } = kindSpec(kind);
    return about.kind === 'record' && about.resource === resource;
  });
}
