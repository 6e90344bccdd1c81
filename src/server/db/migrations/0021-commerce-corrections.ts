/** What a failed payment gives free again, how the last attempt with a method ended, and which edit of a plan is the newest. */
export const commerceCorrections = {
  name: '0021-commerce-corrections',
  sql: `
-- The payment that this credit went before; when that fails, the credit is free again.
alter table credit_applications add column payment_id uuid references payments (id);
create index credit_applications_payment_id on credit_applications (payment_id) where payment_id is not null;

drop index payments_payment_method_id;
create index payments_settled_by_method on payments (payment_method_id, settled_at desc, id desc)
  where settled_at is not null;

alter table plans add column version int not null default 1 check (version >= 1);
`,
};
