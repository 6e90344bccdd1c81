import { createHash } from 'node:crypto';
import { visible } from '../../access/subject.ts';
import type { Permission } from '../../catalog/catalog.ts';
import type { ExportableKey } from '../../catalog/record-resources.ts';
import type { SessionSubject } from '../http/session-subject.ts';

/**
 * What somebody reads a list by when they export it: their role and the predicate of its rows. A file is theirs as long
 * as that is still the same; what a profile grants elsewhere does not matter to it.
 */
export function readBy(subject: SessionSubject, resource: ExportableKey): string {
  const { rule } = visible(subject, resource, `${resource}.export` as Permission);
  const canonical = JSON.stringify([subject.grants.role, rule]);
  return createHash('sha256').update(canonical).digest('base64url');
}

export const rightsMoved = 'What you may export changed since it was begun. Start it again.';
