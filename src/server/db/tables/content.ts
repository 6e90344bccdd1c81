import type { Generated, GeneratedAlways } from 'kysely';
import type { RoleType } from '../../../catalog/roles.ts';
import type { DefaultedTime, NullableTime, Trail } from '../columns.ts';

export type ArticlesTable = Trail & {
  id: string;
  title: string;
  summary: string | null;
  category: string;
  /** Markdown. */
  body: string;
  audience: RoleType[];
  status: Generated<'draft' | 'published' | 'archived'>;
  published_at: NullableTime;
  for_customers: GeneratedAlways<boolean>;
  for_partners: GeneratedAlways<boolean>;
  for_csrs: GeneratedAlways<boolean>;
  for_admins: GeneratedAlways<boolean>;
  search_text: GeneratedAlways<string>;
};

export type EmailTemplatesTable = {
  id: string;
  key: string;
  /** Null together with the body: the default. */
  subject: string | null;
  body: string | null;
  active: Generated<boolean>;
  updated_by: string | null;
  created_at: DefaultedTime;
  updated_at: DefaultedTime;
  version: Generated<number>;
};
