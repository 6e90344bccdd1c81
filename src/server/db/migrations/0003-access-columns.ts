const copies = 'partner_id, account_executive_id, partner_account_executive_id';

/**
 * The organization row is read FOR SHARE: whoever moves it waits for the record being written, and the other way
 * round, so a boundary never lags behind by a write that was under way.
 */
export const accessColumns = {
  name: '0003-access-columns',
  sql: `
create function copy_access_columns() returns trigger language plpgsql as $$
begin
  select o.partner_id, o.account_executive_id, o.partner_account_executive_id
    into new.partner_id, new.account_executive_id, new.partner_account_executive_id
    from organizations o where o.id = new.organization_id for share;
  return new;
end $$;

create function copy_user_access_columns() returns trigger language plpgsql as $$
begin
  if new.role = 'customer' then
    select o.partner_id, o.account_executive_id, o.partner_account_executive_id
      into new.partner_id, new.account_executive_id, new.partner_account_executive_id
      from organizations o where o.id = new.organization_id for share;
  else
    new.account_executive_id := null;
    new.partner_account_executive_id := null;
  end if;
  return new;
end $$;

create trigger contacts_access_columns
  before insert or update of organization_id, ${copies} on contacts
  for each row execute function copy_access_columns();
create trigger users_access_columns
  before insert or update of role, organization_id, ${copies} on users
  for each row execute function copy_user_access_columns();

create function move_records() returns trigger language plpgsql as $$
begin
  update contacts set organization_id = organization_id where organization_id = new.id;
  update users set organization_id = organization_id where organization_id = new.id;
  return null;
end $$;

create trigger organizations_move_records
  after update of account_executive_id, partner_account_executive_id, parent_partner_id, kind on organizations
  for each row
  when ((old.partner_id, old.account_executive_id, old.partner_account_executive_id)
    is distinct from (new.partner_id, new.account_executive_id, new.partner_account_executive_id))
  execute function move_records();
`,
};
