import { defineTemplates } from './define.ts';

/** Mails that people choose for themselves, by kind of notification. */
export const notificationMails = defineTemplates({
  notification: {
    label: 'Notification',
    says: 'Something happened of which its reader chose to be told by mail.',
    about: null,
    variables: {
      first_name: { says: 'The first name of the reader.', sample: 'Ada' },
      kind: {
        says: 'The kind of notification, with a number where there are several.',
        sample: 'Invoice issued (2)',
      },
      items: {
        says: 'One sentence for each, with its page.',
        sample:
          'Invoice INV-000123 over €25.70 was issued, due on December 1, 2026.\nhttps://portal.example.com/invoices/sample',
        lines: true,
      },
      preferences: { says: 'Where to choose what comes by mail.', sample: 'https://portal.example.com/me' },
    },
    subject: '{{kind}}',
    body: `Hello {{first_name}},

{{items}}

Choose what you are told by mail:
{{preferences}}

{{signature}}`,
  },
});
