type Route<Output, Body = undefined, Params = undefined, Query = undefined> = {
  params: Params;
  query: Query;
  body: Body;
  output: Output;
};

type Person = {
  id: string;
  first_name: string;
  last_name: string;
  email: string;
  role: string;
  profile_id: string;
  organization_id: string | null;
  partner_id: string | null;
};

type ResourceAccess = {
  level: 'none' | 'view' | 'edit';
  view_scope: string | null;
  edit_scope: string | null;
  actions: string[];
  edit_fields: string[] | null;
};

/** Until the contract is there: the routes the shell itself uses, and any other, loosely. */
export type Routes = {
  'GET /session': Route<{
    user: Person;
    organization_name: string | null;
    company_name: string;
    demo: boolean;
  }>;
  'GET /me/access': Route<{
    role: string;
    role_label: string;
    profile: { id: string; key: string | null; name: string; version: number };
    groups: string[];
    resources: Record<string, ResourceAccess>;
  }>;
  'GET /demo/people': Route<{
    items: { email: string; name: string; role: string; role_label: string; profile: string }[];
  }>;
  'GET /me': Route<
    Person & { version: number; role_label: string; profile_name: string; organization_name: string | null }
  >;
  'GET /me/sessions': Route<{
    items: {
      id: string;
      created_at: string;
      last_used_at: string;
      user_agent: string | null;
      address: string | null;
      current: boolean;
    }[];
  }>;
  'POST /activation/check': Route<{ email: string; first_name: string }, { token: string }>;
  'GET /organizations': Route<
    { items: { id: string; name: string; number: string }[] },
    undefined,
    undefined,
    unknown
  >;
  'GET /contacts': Route<
    { items: { id: string; first_name: string; last_name: string; email: string | null }[] },
    undefined,
    undefined,
    unknown
  >;
  'GET /users': Route<{ items: Person[] }, undefined, undefined, unknown>;
  [key: string]: Route<unknown, unknown, unknown, unknown>;
};
