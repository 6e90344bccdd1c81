/** What an administrator changed of the mails that the product declares: a missing row, and a null, is the default. */
export const emailTemplates = {
  name: '0026-email-templates',
  sql: `
create table email_templates (
  id uuid primary key,
  key text not null unique check (key ~ '^[a-z_]{1,60}$'),
  subject text check (char_length(subject) between 1 and 200),
  body text check (char_length(body) between 1 and 10000),
  active boolean not null default true,
  updated_by uuid references users (id),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1 check (version >= 1),
  check ((subject is null) = (body is null))
);
`,
};
