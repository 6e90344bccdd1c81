import { chance, crowd, idAt } from './people-sql.ts';

const firstWords = `array['Northern','Southern','Eastern','Western','Central','Alpine','Baltic','Coastal','Golden','Silver',
'Copper','Iron','Amber','Crystal','Granite','Marble','Cedar','Maple','Willow','Birch','Falcon','Heron','Otter','Lynx',
'Summit','Valley','Harbour','Meadow','Prairie','Canyon','Bright','Clear','Swift','Steady','Noble','Grand','Prime',
'United','Allied','Joint']`;
const secondWords = `array['Logistics','Foods','Textiles','Robotics','Optics','Chemicals','Plastics','Paper','Glass','Steel',
'Energy','Water','Transit','Freight','Marine','Aviation','Software','Networks','Media','Print','Dental','Medical',
'Pharma','Biotech','Farms','Dairy','Bakery','Coffee','Spirits','Brewery','Furniture','Ceramics','Tools','Motors',
'Parts','Homes','Estates','Finance','Insurance','Travel']`;

/** Power law: place 0 gets the most, the last places next to nothing. */
const skewed = (places: number, salt: number) => `floor(${places} * power(${chance('n', salt)}, 3))::int`;

const spread = (size: number, offset: number) =>
  `n % ${Math.floor(size / 5)} = ${offset} and n <= ${Math.floor(size / 5) * 5}`;

/**
 * Who owns what, decided per row number: most organizations have an executive and half of them a partner. Five
 * rows each are kept for the people and the partner who are to have just five; some people and one partner get none.
 */
export const ownersSql = (size: number) => `
create table bench_organizations as
with drawn as (
  select n, timestamptz '2023-01-01Z' + (n::float8 / ${size}) * interval '1200 days' as at,
    case when ${spread(size, 11)} then 'system_administrator' when ${spread(size, 13)} then 'account_executive'
      when ${spread(size, 17)} then 'partner_administrator' when ${spread(size, 19)} then 'partner_account_executive'
      when ${spread(size, 23)} then 'partner' end as kept,
    case when ${chance('n', 1)} < 0.7 then ${skewed(crowd.executives, 2)} end as executive,
    case when ${chance('n', 3)} < 0.5 then ${skewed(crowd.partners - 2, 4)} end as partner,
    case when ${chance('n', 5)} < 0.8 then ${skewed(crowd.perPartner, 6)} end as partner_executive,
    ${chance('n', 7)} as maker,
    ${skewed(crowd.executives, 8)} as other_executive,
    ${skewed(crowd.administrators, 9)} as administrator,
    ${skewed(crowd.perPartner, 10)} as partner_maker
  from generate_series(1, ${size}) n
)
select d.n, ${idAt('d.at', 'd.n', 'organization')} as id, date_trunc('milliseconds', d.at) as at,
  partner.id as partner_id,
  case when d.kept = 'account_executive' then five.id else executive.id end as executive_id,
  case when d.kept like 'partner%' then five.id else partner_executive.id end as partner_executive_id,
  case
    when d.kept is not null then five.id
    when d.maker < 0.25 then executive.id
    when d.maker < 0.45 then other.id
    when d.maker < 0.60 then administrator.id
    when d.maker < 0.90 then partner_maker.id
  end as created_by
from drawn d
left join bench_partners partner on partner.n = case
  when d.kept = 'partner' then ${crowd.partners - 2} when d.kept like 'partner%' then 0 else d.partner end
left join bench_people executive on executive.role = 'account_executive' and executive.place = d.executive
left join bench_people other on other.role = 'account_executive' and other.place = d.other_executive
left join bench_people administrator on administrator.role = 'system_administrator' and administrator.place = d.administrator
left join bench_people partner_executive on partner_executive.partner_no = d.partner and partner_executive.place = d.partner_executive
left join bench_people partner_maker on partner_maker.partner_no = d.partner and partner_maker.place = d.partner_maker
left join bench_people five on five.role = d.kept and five.place = case d.kept
  when 'system_administrator' then ${crowd.administrators} when 'account_executive' then ${crowd.executives} else 1000 end;
create unique index on bench_organizations (n);
`;

export const organizationsSql = `
insert into organizations (id, number, name, parent_partner_id, industry, country, billing_street, billing_city,
  billing_postal_code, email, phone, account_balance, customer_since, source, status, account_executive_id,
  partner_account_executive_id, created_by, created_at, updated_at)
select id, 'A' || lpad(n::text, 8, '0'),
  (${firstWords})[1 + floor(40 * ${chance('n', 21)})::int] || ' ' ||
    (${secondWords})[1 + floor(40 * ${chance('n', 22)})::int] || ' ' || (n * 31 % 9973),
  partner_id, 'Industry ' || n % 20, (array['PL','DE','GB','FR','ES','IT'])[1 + n % 6], n % 400 || ' Long Street',
  'City ' || n % 500, lpad((n % 99999)::text, 5, '0'), 'office@company' || n || '.example.com',
  '+48 22 ' || lpad((n % 9999999)::text, 7, '0'), (n * 7) % 500000, at::date, 'bench',
  case when n % 20 = 0 then 'closed' else 'active' end, executive_id, partner_executive_id, created_by, at, at
from bench_organizations order by n;
`;
