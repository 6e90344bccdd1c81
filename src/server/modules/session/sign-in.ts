import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { missing, Problem } from '../../http/problem.ts';
import { verifyPassword } from './passwords.ts';
import { accountOf, actorOf, findByEmail, lockPerson, type Person } from './people.ts';
import { type Device, openSession } from './sessions.ts';
import { throttle } from './throttle.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Opens a session for the right password of an active account; every other case is answered alike. */
export async function signIn(app: AppContext, { email, password }: Credentials, device: Device) {
  await throttle(app, { kind: 'sign_in', address: device.address, account: email });
  const person = await findByEmail(app, email);
  const usable = person?.status === 'active' ? person.password_hash : null;
  const right = await verifyPassword(usable, password);
  const opened = right && person ? await enter(app, person, device) : null;
  if (opened) return opened;
  await recordRefused(app, person);
  throw new Problem('session/refused');
}

/** One click, for the invented people of a demo. */
export async function signInToDemo(app: AppContext, email: string, device: Device) {
  if (!app.config.demo || !isDemoAddress(email)) missing();
  const person = await findByEmail(app, email);
  const opened = person ? await enter(app, person, device) : null;
  return opened ?? missing();
}

export const demoDomain = '@demo.example';

function isDemoAddress(email: string): boolean {
  return email.trim().toLowerCase().endsWith(demoDomain);
}

/** Null when the account or its password changed while the password was being checked. */
async function enter(app: AppContext, person: Person, device: Device) {
  return app.db.transaction(async () => {
    const now = await lockPerson(app, person.id);
    if (now?.status !== 'active' || now.password_hash !== person.password_hash) return null;
    const opened = await openSession(app, now.id, device);
    await app.db.q
      .updateTable('users')
      .set({ last_sign_in_at: app.clock() })
      .where('id', '=', now.id)
      .execute();
    await audit(app.db, { action: 'session.sign_in', ...accountOf(now), actor: actorOf(now) });
    return { ...opened, userId: now.id };
  });
}

/** Unknown addresses are not written down: people also type passwords into that field. */
async function recordRefused(app: AppContext, person: Person | undefined): Promise<void> {
  const whom = person
    ? { ...accountOf(person), actor: actorOf(person) }
    : { itemType: 'session', itemId: null, actor: { id: null, name: 'Unknown person' } };
  await audit(app.db, { action: 'session.refused', ...whom, outcome: 'refused', code: 'session/refused' });
}
