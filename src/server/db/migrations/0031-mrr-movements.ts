const access = 'organization_id, partner_id, account_executive_id, partner_account_executive_id, created_by';
const newAccess = access.replace(/\w+/g, 'n.$&');
const behind = ['organization_id', 'partner_id', 'created_by', 'account_executive_id'] as const;

const roles = [
  ['ambit_customer', 'organization_id', 'ambit.organization_id'],
  ['ambit_partner', 'partner_id', 'ambit.partner_id'],
] as const;

const policies = roles.map(
  ([role, column, setting]) => `grant select on mrr_movements to ${role};
create policy ${role} on mrr_movements for select to ${role}
  using (${column} = nullif(current_setting('${setting}', true), '')::uuid);`,
);

/** Everything the trend of a reader reads stands in one index, whatever their profile limits them to. */
const indexes = [
  `create index mrr_movements_by_month on mrr_movements (month) include (currency, kind, amount);`,
  ...behind.map(
    (column) => `create index mrr_movements_${column} on mrr_movements (${column}, month)
  include (created_by, partner_account_executive_id, currency, kind, amount)${column === 'organization_id' ? '' : ` where ${column} is not null`};`,
  ),
];

/** The MRR by the plan, or as it was imported, had it been active. */
const level = (quantity: string, imported = 'null::bigint') =>
  `coalesce(${imported}, round((v.flat_price + v.unit_price * ${quantity})::numeric /
    case v.billing_period when 'month' then 1 when 'quarter' then 3 else 12 end))::bigint`;

/**
 * What the orders of a subscription made of its MRR, day by day; where it came without one, by an import, its beginning
 * and its end. The last movement leads to the MRR that stands, so that the sum is right whatever is not known.
 */
export const fillMrrMovements = `
with known as (
  select s.* from subscriptions s where s.status not in ('pending', 'trialing') or s.mrr > 0
), levels as (
  select s.id, 1 as part, greatest(o.effective_on, s.trial_end) as day, o.id as place,
    case when o.action in ('pause', 'cancel') then 0 else ${level('o.quantity')} end as mrr
  from known s join orders o on o.subscription_id = s.id join plan_versions v on v.id = o.plan_version_id
  where o.status = 'fulfilled' and o.action not in ('renew', 'change_auto_renew')
  union all
  select s.id, 1, greatest(s.starts_on, s.trial_end), null, ${level('s.quantity', 's.imported_mrr')}
  from known s join plan_versions v on v.id = s.plan_version_id
  where not exists (select from orders o where o.subscription_id = s.id and o.action = 'start' and o.status = 'fulfilled')
    and (s.ended_on is null or s.ended_on > greatest(s.starts_on, s.trial_end))
  union all
  select s.id, 2, coalesce(s.ended_on, s.paused_on, greatest(s.starts_on, s.trial_end)), null, s.mrr from known s
), ordered as (
  select id, mrr, max(day) over (partition by id order by part, day, place nulls first) as day,
    coalesce(lag(mrr) over (partition by id order by part, day, place nulls first), 0) as before,
    row_number() over (partition by id order by part, day, place nulls first) as step,
    bool_or(mrr > 0) over (partition by id order by part, day, place nulls first
      rows between unbounded preceding and 1 preceding) as had
  from levels
)
insert into mrr_movements (subscription_id, ${access}, moved_on, kind, currency, amount)
select n.id, ${newAccess}, least(m.day, current_date),
  case when m.before = 0 then case when m.had then 'reactivation' else 'new' end
    when m.mrr = 0 then 'churn' when m.mrr > m.before then 'expansion' else 'contraction' end,
  n.currency, m.mrr - m.before
from ordered m join subscriptions n on n.id = m.id where m.mrr <> m.before order by m.day, m.id, m.step;`;

/**
 * How MRR came about, so that its trend can be told: each change of a subscription's MRR is written down by the
 * database, on the company's day of the change as the app's clock has it. The movements of a subscription always add up
 * to its MRR, belong to whom it belongs to, and move with it.
 */
export const mrrMovements = {
  name: '0031-mrr-movements',
  sql: `
create table mrr_movements (
  id bigint generated always as identity primary key,
  subscription_id uuid not null references subscriptions (id) on delete cascade,
  organization_id uuid not null,
  partner_id uuid,
  account_executive_id uuid,
  partner_account_executive_id uuid,
  created_by uuid,
  moved_on date not null,
  month date not null generated always as (moved_on - (extract(day from moved_on)::int - 1)) stored,
  kind text not null check (kind in ('new', 'expansion', 'contraction', 'churn', 'reactivation')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount <> 0)
);
create index mrr_movements_subscription_id on mrr_movements (subscription_id);
${fillMrrMovements}
${indexes.join('\n')}
alter table mrr_movements enable row level security;
${policies.join('\n')}

create function company_day(at timestamptz) returns date language sql stable as $$
  select (at at time zone time_zone)::date from company_settings
$$;

-- What ran elsewhere before it was imported has a past: it is told by its own dates.
create function keep_mrr_added() returns trigger language plpgsql as $$
begin
  insert into mrr_movements (subscription_id, ${access}, moved_on, kind, currency, amount)
  select n.id, ${newAccess}, m.day, m.kind, n.currency, m.amount
  from added n join plan_versions v on v.id = n.plan_version_id
  cross join lateral (select greatest(n.starts_on, n.trial_end) as day, ${level('n.quantity', 'n.imported_mrr')} as mrr) began
  cross join lateral (
    select least(began.day, company_day(n.updated_at)) as day, 'new' as kind, n.mrr as amount where n.mrr > 0
    union all
    select began.day, 'new', began.mrr where n.ended_on > began.day and began.mrr > 0
    union all
    select n.ended_on, 'churn', -began.mrr where n.ended_on > began.day and began.mrr > 0
  ) m;
  return null;
end $$;
create trigger subscriptions_keep_mrr_added after insert on subscriptions
  referencing new table as added for each statement execute function keep_mrr_added();

create function keep_mrr_changed() returns trigger language plpgsql as $$
begin
  insert into mrr_movements (subscription_id, ${access}, moved_on, kind, currency, amount)
  select n.id, ${newAccess}, company_day(n.updated_at),
    case when b.mrr > 0 and n.mrr > b.mrr then 'expansion' when n.mrr > 0 and n.mrr < b.mrr then 'contraction'
      when n.mrr = 0 then 'churn'
      when exists (select from mrr_movements m where m.subscription_id = n.id) then 'reactivation' else 'new' end,
    n.currency, n.mrr - b.mrr
  from after_it n join before_it b on b.id = n.id where n.mrr <> b.mrr;
  return null;
end $$;
create trigger subscriptions_keep_mrr_changed after update on subscriptions
  referencing old table as before_it new table as after_it for each statement execute function keep_mrr_changed();

create function move_mrr() returns trigger language plpgsql as $$
begin
  update mrr_movements set organization_id = new.organization_id, partner_id = new.partner_id,
      account_executive_id = new.account_executive_id, created_by = new.created_by,
      partner_account_executive_id = new.partner_account_executive_id
    where subscription_id = new.id;
  return null;
end $$;
create trigger subscriptions_move_mrr after update on subscriptions for each row
  when ((old.organization_id, old.partner_id, old.account_executive_id, old.partner_account_executive_id, old.created_by)
    is distinct from
    (new.organization_id, new.partner_id, new.account_executive_id, new.partner_account_executive_id, new.created_by))
  execute function move_mrr();

create trigger mrr_movements_stay before update of subscription_id, moved_on, kind, currency, amount on mrr_movements
  for each row execute function refuse_rewriting();
`,
};
