import { type ResourceKey, resourceSpec } from '../../catalog/catalog.ts';
import { type Role, roles } from '../../catalog/roles.ts';
import type { Case } from '../../contract/cases.ts';
import { caseTexts } from '../texts/cases.ts';
import { framedCaseStates, framedLabels } from '../texts/hubs.ts';
import { useAccess } from './use-access.ts';

/** What a resource is called for a role: its own word, or that of the catalog. */
export function framedLabel(role: Role, resource: ResourceKey): string {
  return framedLabels[roles[role].type]?.[resource] ?? resourceSpec(resource).label;
}

/** What a resource is called for the reader. */
export function useFramedLabel(resource: ResourceKey): string {
  return framedLabel(useAccess().role, resource);
}

/** What the states of a case are called for a role: whose turn it is depends on who reads it. */
export function caseStates(role: Role): Readonly<Record<Case['status'], string>> {
  return { ...caseTexts.statuses, ...framedCaseStates[roles[role].type] };
}

/** What the states of a case are called for the reader. */
export function useCaseStates(): Readonly<Record<Case['status'], string>> {
  return caseStates(useAccess().role);
}

/** What a recorded state is called for a role instead of its key; nothing of what people typed. */
export function framedChange(role: Role, field: string, value: unknown): string | undefined {
  const states: Readonly<Record<string, string>> = { ...framedCaseStates[roles[role].type] };
  if (field !== 'status' || typeof value !== 'string' || !Object.hasOwn(states, value)) return undefined;
  return states[value];
}

/** The same for the reader. */
export function useFramedChange(field: string, value: unknown): string | undefined {
  return framedChange(useAccess().role, field, value);
}
