/** How many people and partners there are, at every size. */
export const crowd = {
  partners: 60,
  administrators: 40,
  executives: 300,
  perPartner: 9,
  customers: 1_100,
} as const;

/** A number in [0, 1) that depends on the row and the salt only: the same world in every run. */
export const chance = (row: string, salt: number) =>
  `((hashint8extended((${row})::bigint, ${salt}) & 2147483647) / 2147483648.0)`;

/** An id in time order: the milliseconds of a time, then digits that depend on the row and the salt. */
export const idAt = (time: string, row: string, salt: string) =>
  `(lpad(to_hex((extract(epoch from ${time}) * 1000)::bigint), 12, '0') || '7' ||
    substr(md5('${salt}' || (${row})::text), 1, 3) || '8' || substr(md5('${salt}' || (${row})::text), 4, 15))::uuid`;

const early = `timestamptz '2022-12-01Z'`;

/** Staff: kinds of people with their number. The last two of each kind, of the first partner, are kept for few and no records. */
export const staffSql = `
create table bench_partners as
  select n, ${idAt(early, 'n', 'partner')} as id from generate_series(0, ${crowd.partners - 1}) n;
create table bench_people as
  select n, ${idAt(early, 'n', 'person')} as id, role, partner_no, place
  from (
    select row_number() over () as n, role, partner_no, place from (
      select 'global_administrator' as role, null::int as partner_no, place from generate_series(0, 1) place
      union all
      select 'system_administrator', null, place from generate_series(0, ${crowd.administrators + 1}) place
      union all
      select 'account_executive', null, place from generate_series(0, ${crowd.executives + 1}) place
      union all
      select case when place % 3 = 0 then 'partner_administrator' else 'partner_account_executive' end, p, place
      from generate_series(0, ${crowd.partners - 1}) p, generate_series(0, ${crowd.perPartner - 1}) place
      union all
      select role, 0, place
      from (values ('partner_administrator'), ('partner_account_executive')) r (role),
        generate_series(1000, 1001) place
    ) kinds
  ) numbered;
create index on bench_people (role, place);
create index on bench_people (partner_no, place);

insert into organizations (id, number, name, kind, created_at)
  select id, 'P' || lpad(n::text, 6, '0'), 'Partner ' || n, 'partner', ${early} from bench_partners;
insert into users (id, role, profile_id, partner_id, first_name, last_name, email, status)
  select b.id, b.role, p.id, o.id, 'Staff', 'Number ' || b.n, 'staff' || b.n || '@example.com', 'active'
  from bench_people b
  join profiles p on p.role_type = case
    when b.role like 'partner%' then 'partner' when b.role = 'account_executive' then 'csr' else 'admin' end
    and p.key like '%\\_all'
  left join bench_partners o on o.n = b.partner_no;
`;

/** People of customers, each of one organization; some made the organization they belong to. */
export const customersSql = (size: number) => `
insert into users (id, role, profile_id, organization_id, first_name, last_name, email, status)
  select ${idAt(`timestamptz '2026-06-01Z'`, 'i', 'customer')}, 'customer', p.id, b.id, 'Customer', 'Number ' || i,
    'customer' || i || '@example.com', 'active'
  from generate_series(1, ${crowd.customers}) i
  join bench_organizations b on b.n = 1 + (i::bigint * 7919) % ${size}
  join profiles p on p.key = 'customer_all';
update organizations o set created_by = u.id
  from users u where u.organization_id = o.id and u.role = 'customer' and u.last_name like '%7';
`;
