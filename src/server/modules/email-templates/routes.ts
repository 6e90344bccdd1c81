import type { emailTemplateRoutes } from '../../../contract/email-templates.ts';
import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import type { Handlers } from '../../http/handlers.ts';
import { missing } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { isTemplate, type TemplateKey, templateKeys, templateOf } from '../../mail/templates/all.ts';
import { previewOf } from './preview.ts';
import { type Override, overrideOf, overridesOf } from './repository.ts';
import { editTemplate, restoreTemplate, wordsWith } from './service.ts';
import { showTemplates } from './shape.ts';

export function emailTemplateHandlers(app: AppContext): Handlers<typeof emailTemplateRoutes> {
  const show = async (subject: SessionSubject, key: TemplateKey, row: Override | undefined) => {
    const [shown] = await showTemplates(app, subject, [key], row ? [row] : []);
    return shown ?? missing();
  };
  return {
    'GET /email-templates': async ({ subject }) => ({
      items: await showTemplates(app, subject, templateKeys, await overridesOf(app.db)),
    }),
    'GET /email-templates/:key': async ({ subject, params }) => {
      const key = known(params.key);
      return show(subject, key, await overrideOf(app.db, key));
    },
    'PATCH /email-templates/:key': async ({ subject, params, body, ifMatch }) => {
      const key = known(params.key);
      return show(subject, key, await editTemplate({ app, subject, key, ifMatch }, body));
    },
    'POST /email-templates/:key/restore': async ({ subject, params, ifMatch }) => {
      const key = known(params.key);
      return show(subject, key, await restoreTemplate({ app, subject, key, ifMatch }));
    },
    'POST /email-templates/:key/preview': async ({ subject, params, body }) => {
      const { record_id: recordId = null, ...draft } = body;
      const key = known(params.key);
      const words = await wordsWith(app, key, draft);
      return previewOf({ app, subject, key, words, recordId });
    },
    'POST /email-templates/:key/test': async ({ subject, params, body }) => {
      const key = known(params.key);
      await sendTest(app, subject, key, body);
    },
  };
}

function known(key: string): TemplateKey {
  return isTemplate(key) ? key : missing();
}

/** To whoever asks, with samples: the only mail of its kind that opens nothing. */
async function sendTest(
  app: AppContext,
  subject: SessionSubject,
  key: TemplateKey,
  draft: Parameters<typeof wordsWith>[2],
): Promise<void> {
  const words = await wordsWith(app, key, draft);
  const mail = await previewOf({ app, subject, key, words, recordId: null });
  const { email } = await app.db.q
    .selectFrom('users')
    .select('email')
    .where('id', '=', subject.userId)
    .executeTakeFirstOrThrow();
  await app.mail.queue({ to: email, template: key, subject: `Test: ${mail.subject}`, text: mail.body });
  await audit(app.db, {
    action: 'email_templates.test',
    itemType: 'email_templates',
    itemId: (await overrideOf(app.db, key))?.id ?? null,
    itemLabel: templateOf(key).label,
  });
}
