/**
 * The sums that must hold at every commit are kept where nobody can forget them: an application changes its invoice and
 * its credit, and these change the balances of the organization. Whole statements at a time, so that a billing run of
 * thousands costs a few updates. Whoever writes money locks the organization first.
 */
export const moneyKept = {
  name: '0018-money-kept',
  sql: `
-- Sums stay what programs can hold exactly.
alter table organizations
  add check (account_balance between 0 and 9000000000000000),
  add check (credit_balance between 0 and 9000000000000000);

create function keep_paid() returns trigger language plpgsql as $$
begin
  update invoices i set paid = i.paid + s.amount, updated_at = s.at
    from (select invoice_id, sum(amount) as amount, max(created_at) as at from added group by invoice_id) s
    where i.id = s.invoice_id;
  return null;
end $$;
create trigger payment_applications_keep after insert on payment_applications
  referencing new table as added for each statement execute function keep_paid();

create function keep_credited() returns trigger language plpgsql as $$
begin
  update invoices i set credited = i.credited + s.amount, updated_at = s.at
    from (select invoice_id, sum(amount) as amount, max(created_at) as at from added group by invoice_id) s
    where i.id = s.invoice_id;
  update credits c set applied = c.applied + s.amount, updated_at = s.at
    from (select credit_id, sum(amount) as amount, max(created_at) as at from added group by credit_id) s
    where c.id = s.credit_id;
  return null;
end $$;
create trigger credit_applications_keep after insert on credit_applications
  referencing new table as added for each statement execute function keep_credited();

create function keep_lines() returns trigger language plpgsql as $$
begin
  if exists (select from (select invoice_id, sum(amount) as amount from added group by invoice_id) s
    join invoices i on i.id = s.invoice_id where i.amount <> s.amount) then
    raise exception 'The lines of an invoice do not add up to its amount' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger invoice_lines_keep after insert on invoice_lines
  referencing new table as added for each statement execute function keep_lines();

create function keep_account_balance() returns trigger language plpgsql as $$
begin
  update organizations o set
      account_balance = o.account_balance + s.balance,
      last_invoice_date = greatest(o.last_invoice_date, s.issued_on)
    from (select organization_id, sum(balance) as balance, max(issued_on) as issued_on from added group by organization_id) s
    where o.id = s.organization_id;
  return null;
end $$;
create trigger invoices_keep_added after insert on invoices
  referencing new table as added for each statement execute function keep_account_balance();

create function move_account_balance() returns trigger language plpgsql as $$
begin
  update organizations o set account_balance = o.account_balance + s.balance
    from (select n.organization_id, sum(n.balance - b.balance) as balance
      from after_it n join before_it b on b.id = n.id where n.balance <> b.balance group by n.organization_id) s
    where o.id = s.organization_id and s.balance <> 0;
  return null;
end $$;
create trigger invoices_keep_changed after update on invoices
  referencing old table as before_it new table as after_it for each statement execute function move_account_balance();

create function keep_credit_balance() returns trigger language plpgsql as $$
begin
  update organizations o set credit_balance = o.credit_balance + s.remaining
    from (select organization_id, sum(remaining) as remaining from added group by organization_id) s
    where o.id = s.organization_id;
  return null;
end $$;
create trigger credits_keep_added after insert on credits
  referencing new table as added for each statement execute function keep_credit_balance();

create function move_credit_balance() returns trigger language plpgsql as $$
begin
  update organizations o set credit_balance = o.credit_balance + s.remaining
    from (select n.organization_id, sum(n.remaining - b.remaining) as remaining
      from after_it n join before_it b on b.id = n.id where n.remaining <> b.remaining group by n.organization_id) s
    where o.id = s.organization_id and s.remaining <> 0;
  return null;
end $$;
create trigger credits_keep_changed after update on credits
  referencing old table as before_it new table as after_it for each statement execute function move_credit_balance();

-- Money that stands in the books is not deleted, nor moved to another organization, currency or amount.
create function refuse_moving_money() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.organization_id, old.currency, old.amount) is distinct from
    (new.organization_id, new.currency, new.amount) then
    raise exception 'Issued money is not rewritten' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger invoices_stay before delete or update of organization_id, currency, amount on invoices
  for each row execute function refuse_moving_money();
create trigger credits_stay before delete or update of organization_id, currency, amount on credits
  for each row execute function refuse_moving_money();
create trigger payments_stay before delete or update of organization_id, currency, amount on payments
  for each row execute function refuse_moving_money();
`,
};
