import { type RoleType, roleTypes } from '../../../catalog/roles.ts';
import type { ArticleWithBody } from '../../../contract/articles.ts';
import type { Body } from '../../lib/api.ts';

/** An article as form fields hold it: texts, empty for nothing, and a box for each kind of reader. */
export type ArticleValues = {
  title: string;
  category: string;
  summary: string;
  audience: Record<RoleType, boolean>;
  body: string;
};

const nobody: Record<RoleType, boolean> = { customer: false, partner: false, csr: false, admin: false };

export const noArticle: ArticleValues = {
  title: '',
  category: '',
  summary: '',
  audience: { ...nobody, customer: true },
  body: '',
};

export function valuesOf(row: ArticleWithBody): ArticleValues {
  const { title, category, summary, body } = row;
  const audience = { ...nobody };
  for (const type of row.audience) audience[type] = true;
  return { title, category, summary: summary ?? '', audience, body };
}

export function chosen(audience: ArticleValues['audience']): RoleType[] {
  return roleTypes.filter((type) => audience[type]);
}

export function toBody({ audience, summary, ...rest }: ArticleValues): Body<'POST /articles'> {
  return { ...rest, summary: summary.trim() || null, audience: chosen(audience) };
}

/** Only what was changed. */
export function toChanges({
  audience,
  summary,
  ...rest
}: Partial<ArticleValues>): Body<'PATCH /articles/:id'> {
  return {
    ...rest,
    ...(summary === undefined ? {} : { summary: summary.trim() || null }),
    ...(audience === undefined ? {} : { audience: chosen(audience) }),
  };
}
