import type { Template } from '../catalog/define.ts';

/** Which rows are reached, as data. One tree, two readers: `holds` over a row and `ruleToSql`. Null never equals anything. */
export type Rule =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'equals'; readonly column: string; readonly value: string }
  | { readonly kind: 'one_of'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'flagged'; readonly column: string }
  | { readonly kind: 'all'; readonly of: readonly Rule[] }
  | { readonly kind: 'any'; readonly of: readonly Rule[] };

export const always: Rule = { kind: 'always' };
export const never: Rule = { kind: 'never' };

/** Every part must hold. One `never` makes the whole `never`; `always` parts vanish. */
export function all(...parts: Rule[]): Rule {
  const of = parts
    .flatMap((part) => (part.kind === 'all' ? part.of : [part]))
    .filter((part) => part.kind !== 'always');
  if (of.some((part) => part.kind === 'never')) return never;
  return of.length > 1 ? { kind: 'all', of } : (of[0] ?? always);
}

/** At least one part must hold. No part left is `never`, which can not turn into "no filter". */
export function any(...parts: Rule[]): Rule {
  const of = parts
    .flatMap((part) => (part.kind === 'any' ? part.of : [part]))
    .filter((part) => part.kind !== 'never');
  if (of.some((part) => part.kind === 'always')) return always;
  return of.length > 1 ? { kind: 'any', of } : (of[0] ?? never);
}

/** The person's own ids, which templates compare columns with. A missing id reaches no rows. */
export interface Binding {
  readonly userId: string;
  readonly organizationId: string | null;
  readonly partnerId: string | null;
}

/** Turns a template of the catalog into a rule for one person. */
export function bind(template: Template, person: Binding): Rule {
  switch (template.kind) {
    case 'always':
      return always;
    case 'never':
      return never;
    case 'equals': {
      const value = person[template.subject];
      return value === null ? never : { kind: 'equals', column: template.column, value };
    }
    case 'one_of':
    case 'flagged':
      return template;
    case 'belongs':
      return person[template.subject] === null ? never : always;
    case 'all':
      return all(...template.of.map((part) => bind(part, person)));
    case 'any':
      return any(...template.of.map((part) => bind(part, person)));
  }
}
