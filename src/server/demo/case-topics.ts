import type { NewCase } from '../modules/cases/open.ts';

/** What is said in one demo case, in turns: whoever asks, whoever answers, and so on. */
export interface Topic {
  readonly category: NewCase['category'];
  readonly priority: NonNullable<NewCase['priority']>;
  readonly subject: string;
  readonly description: string;
  readonly about?: 'invoices' | 'subscriptions';
  /** Between the company's people, before they answer. */
  readonly note?: string;
  /** The first is an answer, the second comes from whoever asked. */
  readonly turns: readonly [string, ...string[]];
}

export const topics: readonly [Topic, ...Topic[]] = [
  {
    category: 'technical',
    priority: 'high',
    subject: 'The export stops halfway',
    description:
      'Since yesterday the export of our inbox stops at about 40 percent.\nNo message, it just ends.',
    note: 'Same as last month: the attachment store was full. Check that first.',
    turns: [
      'Thank you for telling us. Does it stop at the same message each time?',
      'Yes, always at the one with the large drawing attached.',
      'Attachments of that size are exported again since this morning. Please try once more.',
      'It works. Thanks!',
    ],
  },
  {
    category: 'billing',
    priority: 'normal',
    subject: 'Why is this invoice higher than the last one?',
    description: 'We did not order anything new, as far as I know.',
    about: 'invoices',
    turns: [
      'Three seats were added in the middle of the month; the line “rest of the period” is for them.',
      'I see, that was a colleague. All clear.',
    ],
  },
  {
    category: 'question',
    priority: 'low',
    subject: 'Can we change the order of the folders?',
    description: 'The team would like “Urgent” on top.',
    turns: ['Yes: drag them in Settings, Folders. The order is the same for everybody in your team.'],
  },
  {
    category: 'account',
    priority: 'normal',
    subject: 'New billing address from next month',
    description: 'We move on the first. Where do I enter the new address?',
    turns: [
      'On the page of your organization, Edit. Invoices use it from the next one on.',
      'Done, thank you.',
    ],
  },
  {
    category: 'technical',
    priority: 'urgent',
    subject: 'Nobody can sign in',
    description: 'All of us get “wrong password” since 8 o’clock.',
    note: 'Their administrator changed the domain of the addresses last night.',
    turns: [
      'We see it and are on it. Did anything change on your side last night?',
      'Our e-mail addresses have a new ending, could it be that?',
      'That is it. The old addresses sign in again; tell us when you want to change over for good.',
    ],
  },
  {
    category: 'billing',
    priority: 'high',
    subject: 'Card was declined, but it is valid',
    description: 'The bank says they declined nothing.',
    turns: [
      'The bank’s answer to us was “insufficient funds”. Could there be a daily limit?',
      'There was. We raised it and paid again.',
    ],
  },
  {
    category: 'question',
    priority: 'normal',
    subject: 'Is there a discount for a yearly term?',
    description: 'We are happy and would stay for a year.',
    about: 'subscriptions',
    note: 'They asked for this in spring too. Offer the yearly plan, no extra discount.',
    turns: [
      'The yearly plan costs about two months less. You can change to it on the page of your subscription.',
      'Sounds good, I will talk to my colleagues.',
    ],
  },
  {
    category: 'other',
    priority: 'low',
    subject: 'Praise for the new search',
    description: 'Just wanted to say that it finds things now.',
    turns: ['You made our day. Thank you!'],
  },
  {
    category: 'account',
    priority: 'high',
    subject: 'A colleague left, please take their access',
    description: 'They left on Friday and should not read along any more.',
    turns: ['Their account is suspended and their sessions have ended.', 'Perfect.'],
  },
  {
    category: 'technical',
    priority: 'normal',
    subject: 'Messages arrive an hour late',
    description: 'It began after the change to summer time.',
    turns: [
      'Could you send us the header of one of these messages?',
      'Attached to my last reply by mail. The time zone in it looks odd.',
      'The server that collects your mail had the wrong time zone. It is corrected.',
    ],
  },
];
