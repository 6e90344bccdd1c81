type Indexed = { table: string; name: string; always: string[]; sparse: string[] };

const indexed: Indexed[] = [
  {
    table: 'organizations',
    name: 'name',
    always: [],
    sparse: ['created_by', 'account_executive_id', 'partner_account_executive_id', 'partner_id'],
  },
  {
    table: 'contacts',
    name: 'last_name',
    always: ['organization_id'],
    sparse: ['created_by', 'account_executive_id', 'partner_account_executive_id', 'partner_id'],
  },
  {
    table: 'users',
    name: 'last_name',
    always: [],
    sparse: [
      'organization_id',
      'created_by',
      'account_executive_id',
      'partner_account_executive_id',
      'partner_id',
      'partner_administrator_id',
    ],
  },
];

/** Every offered sort has an index of its own behind every column a scope or a boundary can ask for. */
function indexesOf({ table, name, always, sparse }: Indexed): string[] {
  return [
    `create index ${table}_by_date on ${table} (created_at desc, id desc)`,
    `create index ${table}_by_name on ${table} (${name}, id)`,
    ...always.flatMap((column) => sortsBehind(table, name, column, '')),
    ...sparse.flatMap((column) => sortsBehind(table, name, column, ` where ${column} is not null`)),
    `create index ${table}_search on ${table} using gin (search_text gin_trgm_ops)`,
  ];
}

function sortsBehind(table: string, name: string, column: string, where: string): string[] {
  return [
    `create index ${table}_${column}_date on ${table} (${column}, created_at desc, id desc)${where}`,
    `create index ${table}_${column}_name on ${table} (${column}, ${name}, id)${where}`,
  ];
}

export const recordIndexes = {
  name: '0004-record-indexes',
  sql: `${indexed.flatMap(indexesOf).join(';\n')};
create unique index organizations_organization_id on organizations (organization_id);
create index organizations_parent_partner_id on organizations (parent_partner_id) where parent_partner_id is not null;
create index users_profile_id on users (profile_id);
create index profiles_copied_from on profiles (copied_from) where copied_from is not null;
`,
};
