import { defineTemplates, type Variable } from './define.ts';

const about = {
  first_name: { says: 'The first name of the reader.', sample: 'Ada' },
  number: { says: 'The number of the case.', sample: 'C-000123' },
  case_subject: { says: 'What the case is about.', sample: 'The invoice of March' },
  author: { says: 'Who wrote.', sample: 'Sam Support' },
  happened: { says: 'What they did: opened, replied to or reopened it.', sample: 'replied to' },
  message: {
    says: 'What was written.',
    sample: 'We looked into it: the second line was our mistake.\nA credit is on its way.',
    lines: true,
  },
  link: { says: 'The page of the case.', sample: 'https://portal.example.com/cases/sample' },
} as const satisfies Record<string, Variable>;

/** Mails about cases, to those who take part in one. */
export const caseMails = defineTemplates({
  case_opened: {
    label: 'Case opened',
    says: 'A case was opened.',
    about: null,
    variables: about,
    subject: 'Case {{number}}: {{case_subject}}',
    body: `Hello {{first_name}},

{{author}} opened case {{number}}: {{case_subject}}

{{message}}

See the case here:
{{link}}

{{signature}}`,
  },
  case_replied: {
    label: 'Reply to a case',
    says: 'Somebody replied to a case.',
    about: null,
    variables: about,
    subject: 'Re: case {{number}}, {{case_subject}}',
    body: `Hello {{first_name}},

{{author}} {{happened}} case {{number}}, {{case_subject}}.

{{message}}

See the case and reply here:
{{link}}

{{signature}}`,
  },
});
