import { createHash } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import { named } from '../lists/hand.ts';

const sessionText = `select s.id, s.last_seen_at, u.id as user_id, u.status, u.role, u.organization_id, u.partner_id,
u.first_name || ' ' || u.last_name as name, p.id as profile_id, p.key, p.name as profile_name, p.version
from sessions s join users u on u.id = s.user_id join profiles p on p.id = u.profile_id
where s.token_hash = $1 and s.expires_at > $2 and u.status = 'active'`;

const fields = `o.id, o.version, o.number, o.name, o.email, o.phone, o.industry, o.country, o.billing_street, o.billing_city,
o.billing_region, o.billing_postal_code, o.currency, o.payment_terms_days, o.customer_since, o.source, o.kind, o.status,
o.account_balance, o.credit_balance, o.last_payment_amount, o.last_payment_at, o.last_invoice_date, o.created_at,
o.updated_at, o.parent_partner_id, p.name as partner_name, o.account_executive_id, e.first_name || ' ' || e.last_name as
executive_name, o.partner_account_executive_id, x.first_name || ' ' || x.last_name as partner_executive_name`;

const order = 'order by created_at desc, id desc limit 51';
const pageText = `select ${fields} from (select * from organizations ${order}) o
left join organizations p on p.id = o.parent_partner_id
left join users e on e.id = o.account_executive_id left join users x on x.id = o.partner_account_executive_id
order by o.created_at desc, o.id desc`;
const ownText = pageText.replace(
  'select * from organizations',
  `select * from ((select * from organizations where created_by = $1 ${order}) union all
(select * from organizations where account_executive_id = $1 and created_by is distinct from $1 ${order})) both_ways`,
);

type PageRow = Record<string, string | number | null> & { id: string };

/** The same answer as the product's list, by one route without any framework of permissions around it. */
export function bareServer(pool: pg.Pool, can: unknown, own: boolean): FastifyInstance {
  const server = Fastify({ logger: false });
  server.get('/organizations', async (request, reply) => {
    const token = /ambit_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const hash = createHash('sha256').update(token).digest();
    const session = await pool.query<{ user_id: string }>(
      named({ text: sessionText, values: [hash, new Date()] }),
    );
    const [person] = session.rows;
    if (!person) return reply.code(401).send();
    const query = own
      ? named({ text: ownText, values: [person.user_id] })
      : { name: 'all', text: pageText, values: [] };
    const { rows } = await pool.query<PageRow>(query);
    const last = rows[49];
    const next = rows.length > 50 && last ? JSON.stringify(['-created_at', last.created_at, last.id]) : null;
    return {
      items: rows.slice(0, 50).map((row) => shaped(row, can)),
      next: next === null ? null : Buffer.from(next).toString('base64url'),
    };
  });
  return server;
}

function shaped(row: PageRow, can: unknown) {
  const { parent_partner_id, partner_name, account_executive_id, executive_name, ...more } = row;
  const { partner_account_executive_id, partner_executive_name, last_payment_amount, ...rest } = more;
  const named = (id: unknown, name: unknown) => (id === null ? null : { id, name });
  const money = (amount: unknown) => (amount === null ? null : { amount, currency: row.currency });
  return {
    ...rest,
    partner: named(parent_partner_id, partner_name),
    account_executive: named(account_executive_id, executive_name),
    partner_account_executive: named(partner_account_executive_id, partner_executive_name),
    account_balance: money(row.account_balance),
    credit_balance: money(row.credit_balance),
    last_payment: money(last_payment_amount),
    can,
  };
}
