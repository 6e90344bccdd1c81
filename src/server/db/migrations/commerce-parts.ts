export const trail = `
  created_by uuid references users (id),
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  version int not null default 1 check (version >= 1)`;

/** Whose a record is: all but the organization itself are copies that a trigger keeps. */
export const place = `
  organization_id uuid not null references organizations (id),
  partner_id uuid,
  account_executive_id uuid,
  partner_account_executive_id uuid,
  ${trail}`;

export const currency = `currency text not null check (currency ~ '^[A-Z]{3}$')`;
/** Money is always in the currency of the organization that owes or has it. */
export const sameCurrency = 'foreign key (organization_id, currency) references organizations (id, currency)';

export function numbers(resource: string, prefix: string): string {
  return `
create sequence ${resource}_numbers;
create function next_${resource}_number() returns text language plpgsql volatile as $$
declare
  candidate text;
begin
  -- Numbers can also come with an import; the sequence steps over those.
  loop
    candidate := nextval('${resource}_numbers')::text;
    candidate := '${prefix}-' || lpad(candidate, greatest(6, char_length(candidate)), '0');
    exit when not exists (select from ${resource}s where number = candidate);
  end loop;
  return candidate;
end $$;`;
}

export function number(resource: string): string {
  return `number text not null unique default next_${resource}_number() check (char_length(number) between 1 and 60)`;
}
