import { defineTemplates, type Variable } from './define.ts';

const subscription = {
  customer: { says: 'The name of the organization.', sample: 'Amber Otter Ltd' },
  number: { says: 'The number of the subscription.', sample: 'S-000123' },
  plan: { says: 'The plan, as ordered.', sample: 'Desk Pro' },
  quantity: { says: 'The quantity, as ordered.', sample: '12' },
  effective_on: { says: 'The day it takes effect.', sample: 'April 1, 2026' },
  link: { says: 'The page of the subscription.', sample: 'https://portal.example.com/subscriptions/sample' },
} as const satisfies Record<string, Variable>;

/** Mails about orders that change a subscription: to the billing contact, or the address of the organization. */
export const subscriptionMails = defineTemplates({
  subscription_changed: {
    label: 'Subscription changed',
    says: 'A change of plan or quantity, a pause, a resumption or a change of automatic renewal was ordered.',
    about: 'subscriptions',
    variables: {
      ...subscription,
      change: { says: 'What was ordered, in a few words.', sample: 'upgrade to Desk Pro, quantity 12' },
    },
    subject: 'Subscription {{number}}: {{change}}',
    body: `Hello {{customer}},

for subscription {{number}} this was ordered: {{change}}. It takes effect on {{effective_on}}.

See the subscription here:
{{link}}

If you did not expect this, write to {{contact}}.

{{signature}}`,
  },
  subscription_cancelled: {
    label: 'Subscription cancelled',
    says: 'A cancellation was ordered, for at once or for a later day.',
    about: 'subscriptions',
    variables: subscription,
    subject: 'Subscription {{number}} ends on {{effective_on}}',
    body: `Hello {{customer}},

subscription {{number}} ({{plan}}) was cancelled. It ends on {{effective_on}}.

See the subscription here:
{{link}}

If you did not expect this, write to {{contact}}.

{{signature}}`,
  },
  subscription_renewed: {
    label: 'Subscription renewed',
    says: 'A renewal was ordered, or a term renewed by itself.',
    about: 'subscriptions',
    variables: subscription,
    subject: 'Subscription {{number}} is renewed',
    body: `Hello {{customer}},

subscription {{number}} ({{plan}}, quantity {{quantity}}) is renewed. The new term begins on {{effective_on}}.

See the subscription here:
{{link}}

{{signature}}`,
  },
});
