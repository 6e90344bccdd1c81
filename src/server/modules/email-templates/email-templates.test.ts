import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../../test/kit/app.ts';
import { newId } from '../../db/id.ts';
import { sendMail } from '../../mail/send-mail.ts';
import { templateKeys, templateOf } from '../../mail/templates/all.ts';
import { sendActivation } from '../session/links.ts';

let kit: TestApp;
const people = new Map<string, string>();
let organization: string;

beforeAll(async () => {
  kit = await testApp();
  organization = await addOrganization(kit.db, { name: 'Amber Otter', email: 'otter@example.com' });
  const add = async (role: Parameters<typeof addPerson>[1], key: string, more = {}) =>
    people.set(key, await addPerson(kit.db, role, key, more));
  await add('global_administrator', 'global_administrator', { first_name: 'Gwen' });
  await add('system_administrator', 'administrator', { first_name: 'Sami', email: 'sami@example.com' });
  await add('system_administrator', 'default_admin');
  await add('account_executive', 'csr_supervisor');
  await add('account_executive', 'csr_junior');
  await add('customer', 'standard_customer', { organization_id: organization });
});
beforeEach(async () => {
  await kit.db.q.deleteFrom('email_templates').execute();
  await kit.db.q.deleteFrom('mails').execute();
});
afterAll(() => kit.close());

const who = (key: string) => people.get(key) ?? '';
const at = (version: number) => ({ 'if-match': `"${version}"` });
const path = (key: string, verb = '') => `/email-templates/${key}${verb}`;
const patch = (key: string, body: object, version = 0, by = 'administrator') =>
  kit.as(who(by), 'PATCH', path(key), body, at(version));
const mails = () => kit.db.q.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id').execute();

describe('who reaches them', () => {
  it.each([
    ['administrator', 200, 200, 200, 202],
    ['global_administrator', 200, 200, 200, 202],
    ['csr_supervisor', 200, 403, 200, 403],
    ['csr_junior', 403, 403, 403, 403],
    ['default_admin', 403, 403, 403, 403],
    ['standard_customer', 403, 403, 403, 403],
  ])('%s: view %d, edit %d, preview %d, test %d', async (by, view, edit, preview, test) => {
    const key = 'payment_received';
    const answers = [
      await kit.as(who(by), 'GET', '/email-templates'),
      await kit.as(who(by), 'GET', path(key)),
      await patch(key, { subject: 'Thank you for {{amount}}' }, 0, by),
      await kit.as(who(by), 'POST', path(key, '/restore'), {}, at(edit === 200 ? 1 : 0)),
      await kit.as(who(by), 'POST', path(key, '/preview'), {}),
      await kit.as(who(by), 'POST', path(key, '/test'), {}),
    ];
    expect(answers.map(({ status }) => status)).toEqual([view, view, edit, edit, preview, test]);
  });

  it.each(['nothing', 'constructor', '__proto__', ''])('has no template %j', async (key) => {
    const answer = await kit.as(who('administrator'), 'GET', `/email-templates/${key}`);
    expect(key === '' || answer.status === 404).toBe(true);
    expect((await patch(key || 'x', {})).status).toBe(404);
  });
});

describe('changing', () => {
  it('keeps what was changed, and says who, when and what it was before', async () => {
    const key = 'payment_received';
    const { status, body } = await patch(key, { subject: 'Thank you for {{amount}}' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      changed: true,
      subject: 'Thank you for {{amount}}',
      body: templateOf(key).body,
      changed_by: { id: who('administrator'), name: 'Sami administrator' },
    });
    const [entry] = await kit.db.q
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'email_templates.edit')
      .where('outcome', '=', 'allowed')
      .orderBy('id', 'desc')
      .execute();
    expect(entry).toMatchObject({ item_label: 'Payment received', actor_id: who('administrator') });
    expect(entry?.changes).toContainEqual({
      field: 'subject',
      from: templateOf(key).subject,
      to: 'Thank you for {{amount}}',
    });
  });

  it('is made from the version that was read, from the first one on', async () => {
    const words = (n: number) => ({ subject: `Payment ${n}: {{amount}}` });
    expect((await kit.as(who('administrator'), 'PATCH', path('payment_received'), words(0))).status).toBe(
      428,
    );
    expect((await patch('payment_received', words(1))).status).toBe(200);
    const late = await patch('payment_received', words(2));
    expect(late).toMatchObject({ status: 409, body: { code: 'request/version-moved', current_version: 1 } });
    expect((await patch('payment_received', words(3), 1)).status).toBe(200);
    expect((await patch('payment_failed', words(4), 7)).status).toBe(409);
  });

  it('restores the default as a further version', async () => {
    await patch('payment_received', { subject: 'Other', body: 'Other {{amount}}' });
    const restored = await kit.as(
      who('administrator'),
      'POST',
      path('payment_received', '/restore'),
      {},
      at(1),
    );
    expect(restored.body).toMatchObject({ ...wordsOf('payment_received'), changed: false, version: 2 });
    const again = await kit.as(who('administrator'), 'POST', path('payment_received', '/restore'), {}, at(2));
    expect(again.body).toMatchObject({ version: 2 });
  });

  it('that comes to the default is none', async () => {
    expect((await patch('payment_received', wordsOf('payment_received'))).body).toMatchObject({
      changed: false,
      version: 0,
    });
  });

  it.each([
    ['payment_received', { body: 'Hello {{nobody}}' }, 'body', 'There is no variable {{nobody}}'],
    ['payment_received', { subject: '{{reason}}' }, 'subject', 'There is no variable {{reason}}'],
    ['activation', { body: 'Welcome {{first_name}}' }, 'body', 'The text needs {{link}}'],
    ['password_reset', { body: 'No link' }, 'body', 'The text needs {{link}}'],
    ['verify_email', { body: 'No link' }, 'body', 'The text needs {{link}}'],
    [
      'activation',
      { subject: 'Open {{link}}' },
      'subject',
      '{{link}} opens an account: keep it out of the subject',
    ],
    ['payment_received', { subject: 'a\r\nBcc: all@example.com' }, 'subject', 'Must be on one line'],
    ['payment_received', { body: '   ' }, 'body', 'Must not be empty'],
    ['payment_received', { body: 'x'.repeat(10_001) }, 'body', 'Must have at most 10000 characters'],
    ['payment_received', { key: 'other' }, 'key', 'This field is not known here'],
    ['activation', { active: false }, 'active', 'Accounts depend on this mail; it is always sent'],
    ['password_reset', { active: false }, 'active', 'Accounts depend on this mail; it is always sent'],
    ['verify_email', { active: false }, 'active', 'Accounts depend on this mail; it is always sent'],
    ['password_changed', { active: false }, 'active', 'Accounts depend on this mail; it is always sent'],
    ['email_changed', { active: false }, 'active', 'Accounts depend on this mail; it is always sent'],
  ])('refuses for %s %j: %s, %s', async (key, body, field, message) => {
    const answer = await patch(key, body);
    expect(answer.status).toBe(422);
    expect(answer.body.fields).toContainEqual(expect.objectContaining({ field, message }));
    expect(await kit.db.q.selectFrom('email_templates').selectAll().execute()).toEqual([]);
  });
});

function wordsOf(key: (typeof templateKeys)[number]) {
  const { subject, body } = templateOf(key);
  return { subject, body };
}

describe('sending', () => {
  it('uses the words in force, for the mail that it is about only', async () => {
    await patch('activation', { subject: 'Welcome, {{first_name}}', body: 'Start: {{link}}\n\n{{company}}' });
    const user = { id: who('standard_customer'), email: 'new@example.com', first_name: 'Nora' };
    await sendActivation(kit.app, user);
    const [mail] = await mails();
    expect(mail).toMatchObject({ to_address: user.email, template: 'activation', subject: 'Welcome, Nora' });
    expect(mail?.body_text).toMatch(/^Start: http\S+\/activate\?token=[\w-]{40,}\n\nMy company\n$/);
  });

  it('keeps a mail that is switched off', async () => {
    const values = {
      customer: 'Otter',
      number: 'P-1',
      amount: '€1.00',
      method: 'Visa',
      link: 'https://x.example',
    };
    const send = () => sendMail(kit.app, 'payment_received', { to: 'a@example.com', values });
    expect((await patch('payment_received', { active: false })).body).toMatchObject({
      active: false,
      changed: false,
    });
    expect([await send(), (await mails()).length]).toEqual([false, 0]);
    await patch('payment_received', { active: true }, 1);
    expect([await send(), (await mails()).length]).toEqual([true, 1]);
  });

  it('falls back to the default where stored words can no longer be sent', async () => {
    await kit.db.q
      .insertInto('email_templates')
      .values({
        id: newId(),
        key: 'activation',
        subject: 'Old',
        body: 'No link any more {{gone}}',
        updated_by: null,
      })
      .execute();
    await sendActivation(kit.app, {
      id: who('standard_customer'),
      email: 'new@example.com',
      first_name: 'N',
    });
    expect((await mails())[0]?.body_text).toContain('/activate?token=');
  });

  it('declares what causes it, its variables and whether it can be switched off, for every mail', async () => {
    const { body } = await kit.as(who('administrator'), 'GET', '/email-templates');
    const items = body.items as { key: string; variables: { says: string; sample: string }[] }[];
    expect(items.map(({ key }) => key)).toEqual(templateKeys);
    for (const { key, variables } of items) {
      expect(
        variables.every(({ says, sample }) => /^[A-Z“].+\.$/.test(says) && sample !== ''),
        key,
      ).toBe(true);
    }
  });
});

describe('preview and test', () => {
  it('shows every mail with samples', async () => {
    for (const key of templateKeys) {
      const { status, body } = await kit.as(who('csr_supervisor'), 'POST', path(key, '/preview'), {});
      expect(status, key).toBe(200);
      expect(`${body.subject} ${body.body}`, key).not.toMatch(/\{\{|undefined|null/);
    }
    expect(await mails()).toEqual([]);
  });

  it('shows a person by name and never a link that works', async () => {
    const { body } = await kit.as(who('administrator'), 'POST', path('activation', '/preview'), {
      record_id: who('global_administrator'),
    });
    expect(body.body).toContain('Hello Gwen,');
    expect(body.body).toContain('token=sample');
    const links = kit.db.q.selectFrom('user_tokens').select('purpose');
    expect(await links.where('user_id', '=', who('global_administrator')).execute()).toEqual([]);
  });

  it('knows no record that its reader may not view', async () => {
    // An account executive reaches no administrators.
    for (const record_id of [who('global_administrator'), newId()]) {
      const answer = await kit.as(who('csr_supervisor'), 'POST', path('activation', '/preview'), {
        record_id,
      });
      expect(answer).toMatchObject({ status: 422, body: { fields: [{ field: 'record_id' }] } });
    }
    const about = await kit.as(who('administrator'), 'POST', path('case_opened', '/preview'), {
      record_id: newId(),
    });
    expect(about.status).toBe(422);
  });

  it('refuses to preview what could not be sent', async () => {
    const answer = await kit.as(who('csr_supervisor'), 'POST', path('activation', '/preview'), { body: 'x' });
    expect(answer).toMatchObject({ status: 422, body: { fields: [{ field: 'body' }] } });
  });

  it('sends a test to whoever asks, with what stands in the form', async () => {
    const body = { subject: 'Soon: {{number}}', body: '{{amount}}, {{company}}' };
    expect((await kit.as(who('administrator'), 'POST', path('payment_received', '/test'), body)).status).toBe(
      202,
    );
    expect(await mails()).toMatchObject([
      { to_address: 'sami@example.com', subject: 'Test: Soon: P-000045', body_text: '€257.00, My company\n' },
    ]);
    const to = await kit.as(who('administrator'), 'POST', path('payment_received', '/test'), {
      to: 'x@example.com',
    });
    expect(to.status).toBe(422);
  });
});
