import { catalog, groupKeys, isResource, resourceSpec } from '../../../catalog/catalog.ts';
import { profileTexts } from '../../texts/profiles.ts';

const columns: Readonly<Record<string, string>> = {
  view: profileTexts.levels.view,
  edit: profileTexts.levels.edit,
  level: profileTexts.access,
  view_scope: profileTexts.records,
  edit_scope: profileTexts.editing,
  actions: profileTexts.actions,
};

/** The cell that a field of the API means: `grants.resources.users.invite` reads "Users, invite". */
export function wordsOfField(field: string): string {
  const parts = field.split('.');
  const group = groupKeys.find((key) => parts.at(-2) === 'groups' && parts.at(-1) === key);
  if (group) return profileTexts.groupCell(catalog[group].label);
  if (parts.includes('may_invite')) return profileTexts.mayInviteTitle;
  if (field === 'name' || field === 'description') return profileTexts[field];
  const resource = parts.find(isResource);
  if (!resource) return field;
  const spec = resourceSpec(resource);
  const last = parts.findLast((part) => part in spec.actions || part in columns);
  const column = last ? (spec.actions[last]?.label ?? columns[last]) : undefined;
  return column ? profileTexts.cell(spec.label, column) : spec.label;
}
