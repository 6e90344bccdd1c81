const fenced = ['organizations', 'contacts', 'users'];

const roles = [
  { role: 'ambit_customer', column: 'organization_id', setting: 'ambit.organization_id' },
  { role: 'ambit_partner', column: 'partner_id', setting: 'ambit.partner_id' },
];

/**
 * Roles belong to the whole cluster, so another database of it may be making them at this moment; and whoever
 * connects must be able to become them, which a role that made them has to be told apart since PostgreSQL 16.
 */
function makeRole(role: string): string {
  return `
do $$
declare
  become constant text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  for attempt in 1..20 loop
    begin
      if not exists (select from pg_roles where rolname = '${role}') then
        create role ${role} nologin;
      end if;
      if not pg_has_role(current_user, '${role}', become) then
        execute format('grant ${role} to %I', current_user);
      end if;
      return;
    exception
      when duplicate_object or unique_violation then perform pg_sleep(0.05 * random());
      when internal_error then
        if sqlerrm not like 'tuple concurrently%' or attempt = 20 then raise; end if;
        perform pg_sleep(0.05 * random());
      when insufficient_privilege then
        raise exception 'The database role ${role} is missing, and % may not create it.', current_user
          using errcode = 'insufficient_privilege', hint =
            'As an administrator: create role ${role} nologin; grant ${role} to the role of DATABASE_URL.';
    end;
  end loop;
end $$;`;
}

function guard(table: string): string {
  const policies = roles.map(
    ({ role, column, setting }) => `
grant select on ${table} to ${role};
create policy ${role} on ${table} for select to ${role}
  using (${column} = nullif(current_setting('${setting}', true), '')::uuid);`,
  );
  return `alter table ${table} enable row level security;${policies.join('')}`;
}

export const secondFence = {
  name: '0005-second-fence',
  sql: `${roles.map(({ role }) => makeRole(role)).join('')}
${fenced.map(guard).join('\n')}
${roles.map(({ role }) => `grant select (id, key, name, role_type, version) on profiles to ${role};`).join('\n')}
`,
};
