import { audit } from '../audit/audit.ts';
import { Problem } from '../http/problem.ts';
import { withoutMail } from '../mail/without-mail.ts';
import { sendPasswordReset } from '../modules/session/links.ts';
import { createUser } from '../modules/users/service.ts';
import type { ImportRun } from './importer.ts';
import type { UserValues } from './user-fields.ts';

interface Addition {
  readonly values: UserValues;
  readonly place: {
    readonly profile_id: string;
    readonly organization_id: string | null;
    readonly partner_id: string | null;
    readonly partner_administrator_id: string | null;
  };
  /** Null in a rehearsal, and for people who set a password themselves. */
  readonly passwordHash: string | null;
}

/** Adds a user by the same service as an invitation, and answers the id. */
export async function addUser(
  { app, subject }: ImportRun,
  { values, place, passwordHash }: Addition,
): Promise<string> {
  const { role, first_name, last_name, email, effective_date_alignment, activated, mail } = values;
  const invites = mail && !activated;
  const asked = {
    ...place,
    role,
    first_name,
    last_name,
    email,
    ...(effective_date_alignment ? { effective_date_alignment } : {}),
  };
  // The invitation's own mail is for files that ask for one.
  const user = await inColumns(() => createUser(invites ? app : withoutMail(app), subject, asked));
  if (activated || passwordHash !== null) {
    const status = activated ? 'active' : 'invited';
    await app.db.q
      .updateTable('users')
      .set({ status, password_hash: passwordHash })
      .where('id', '=', user.id)
      .execute();
    if (activated) {
      const changes = [{ field: 'status', from: 'invited', to: 'active' }];
      await audit(app.db, {
        action: 'users.import',
        itemType: 'users',
        itemId: user.id,
        itemLabel: email,
        changes,
      });
    }
  }
  if (mail && activated) await sendPasswordReset(app, user);
  return user.id;
}

const columns: Readonly<Record<string, string>> = {
  profile_id: 'user_profile',
  organization_id: 'organization',
  partner_id: 'partner',
  partner_administrator_id: 'sales_rep',
  email: 'username',
};

/** Names the file's fields where the service names its own. */
async function inColumns<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || !error.particulars.fields) throw error;
    const fields = error.particulars.fields.map((one) => ({
      ...one,
      field: columns[one.field] ?? one.field,
    }));
    throw new Problem(error.code, { ...error.particulars, fields });
  }
}
