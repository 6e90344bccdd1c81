/** The part of the tenant's records that a Customer or a Partner can ever reach. */
export type Boundary = { role: 'customer' | 'partner'; id: string };

/** Statements that put a transaction behind the fence, and those that take it out again. */
export type Fence = { key: string; enter: string; leave: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const settings = { customer: 'ambit.organization_id', partner: 'ambit.partner_id' } as const;

export function fenceStatements({ role, id }: Boundary): Fence {
  // Sent as text, together with `begin`, so only an id may come this far.
  if (!uuid.test(id)) throw new Error(`A boundary needs an id, not ${JSON.stringify(id)}.`);
  const setting = settings[role];
  return {
    key: `${role} ${id.toLowerCase()}`,
    enter: `set local role ambit_${role}; set local ${setting} = '${id}'`,
    leave: `set local role none; set local ${setting} = ''`,
  };
}
