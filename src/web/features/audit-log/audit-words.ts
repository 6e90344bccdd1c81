import { actionLabel, itemTypeLabel } from '../../access/action-label.ts';
import { auditTexts } from '../../texts/audit-log.ts';

const events: Readonly<Record<string, string>> = { ...auditTexts.sessionEvents, ...auditTexts.events };
const types: Readonly<Record<string, string>> = auditTexts.itemTypes;

/** What was done, as the table says it. */
export function eventLabel(action: string): string {
  return events[action] ?? actionLabel(action);
}

export function typeLabel(type: string): string {
  return types[type] ?? itemTypeLabel(type);
}
