/** The books of the simulated payment gateway, as if they were another company's: nothing refers to them. */
export const simulatedGateway = {
  name: '0013-simulated-gateway',
  sql: `
create table simulated_gateway_charges (
  idempotency_key text primary key check (char_length(idempotency_key) between 1 and 200),
  gateway_reference text not null unique check (char_length(gateway_reference) between 1 and 100),
  reference text not null unique check (char_length(reference) between 1 and 200),
  kind text not null check (kind in ('charge', 'refund')),
  refund_of text references simulated_gateway_charges (gateway_reference),
  token text check (char_length(token) <= 3000),
  amount bigint not null check (amount > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  failure_code text check (char_length(failure_code) between 1 and 50),
  created_at timestamptz(3) not null,
  settles_at timestamptz(3) not null,
  notice_id uuid not null unique,
  notices_left int not null check (notices_left >= 0),
  next_notice_at timestamptz(3),
  check ((kind = 'refund') = (refund_of is not null)),
  check ((kind = 'charge') = (token is not null)),
  check ((notices_left = 0) = (next_notice_at is null))
);
create index simulated_gateway_charges_refund_of on simulated_gateway_charges (refund_of)
  where refund_of is not null;
create index simulated_gateway_charges_next_notice_at on simulated_gateway_charges (next_notice_at)
  where next_notice_at is not null;
`,
};
