import { canOnRow } from '../../../access/decide.ts';
import type { EmailTemplate } from '../../../contract/email-templates.ts';
import type { AppContext } from '../../app-context.ts';
import { userNames } from '../../db/names.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { isActive, wordsOf } from '../../mail/send-mail.ts';
import { type TemplateKey, templateOf, variablesOf } from '../../mail/templates/all.ts';
import type { Override } from './repository.ts';

/** Mails of the product as their reader sees them: what is declared, with what was changed. */
export async function showTemplates(
  { db }: AppContext,
  subject: SessionSubject,
  keys: readonly TemplateKey[],
  overrides: readonly Override[],
): Promise<EmailTemplate[]> {
  const names = await userNames(
    db,
    overrides.map((row) => row.updated_by),
  );
  return keys.map((key) => {
    const row = overrides.find((override) => override.key === key);
    const by = row?.updated_by ?? null;
    return {
      ...declared(key),
      ...inForce(key, row),
      changed_by: by === null ? null : { id: by, name: names.get(by) ?? '' },
      can: { ...canOnRow(subject, 'email_templates', {}) },
    };
  });
}

function declared(key: TemplateKey) {
  const { label, says, subject, body, essential, about } = templateOf(key);
  const variables = Object.entries(variablesOf(key)).map(([name, variable]) => ({
    name,
    says: variable.says,
    sample: variable.sample,
    required: variable.required === true,
  }));
  return {
    key,
    label,
    says,
    default_subject: subject,
    default_body: body,
    optional: essential !== true,
    variables,
    preview_with: about,
  };
}

function inForce(key: TemplateKey, row: Override | undefined) {
  const { subject, body } = wordsOf(key, row);
  const { subject: default_subject, body: default_body } = templateOf(key);
  return {
    subject,
    body,
    changed: subject !== default_subject || body !== default_body,
    active: isActive(key, row),
    version: row?.version ?? 0,
    changed_at: row?.updated_at.toISOString() ?? null,
  };
}
