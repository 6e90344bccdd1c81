import { defineTemplates, type Variable } from './define.ts';

const first_name: Variable = { says: 'The first name of the person.', sample: 'Ada' };

const when: Variable = {
  says: 'When it happened, in the time zone of the person.',
  sample: '28 November 2026 at 14:02 (Europe/Berlin)',
};

function link(says: string, path: string): Variable & { required: true } {
  return { says, sample: `https://portal.example.com/${path}?token=sample`, required: true };
}

/** Mails about an account: none of them can be switched off. */
export const peopleMails = defineTemplates({
  activation: {
    label: 'Activation',
    says: 'Somebody adds a person, or sends the link again.',
    essential: true,
    about: 'users',
    variables: { first_name, link: link('Opens the account, once, within 7 days.', 'activate') },
    subject: 'Your account at {{company}}',
    body: `Hello {{first_name}},

an account was made for you at {{company}}. Choose a password to start using it:

{{link}}

The link can be used once, within 7 days. If you did not expect it, you can ignore this mail.

{{signature}}`,
  },
  password_reset: {
    label: 'New password',
    says: 'Somebody asks for a new password, for themselves or for a person they look after.',
    essential: true,
    about: 'users',
    variables: { first_name, link: link('Sets a new password, once, within 1 hour.', 'reset') },
    subject: 'A new password for {{company}}',
    body: `Hello {{first_name}},

somebody asked for a new password for your account. Choose it here:

{{link}}

The link can be used once, within 1 hour. If it was not you, ignore this mail: your password stays as it is.

{{signature}}`,
  },
  verify_email: {
    label: 'Confirm e-mail address',
    says: 'A person wants to sign in with another e-mail address; goes to the new one.',
    essential: true,
    about: 'users',
    variables: { first_name, link: link('Confirms the address, once, within 24 hours.', 'confirm-email') },
    subject: 'Confirm your e-mail address for {{company}}',
    body: `Hello {{first_name}},

open this link to use this e-mail address for your account from now on:

{{link}}

The link can be used once, within 24 hours. If it was not you, ignore this mail and nothing changes.

{{signature}}`,
  },
  email_changed: {
    label: 'E-mail address changed',
    says: 'An account moved to another e-mail address; goes to the old one.',
    essential: true,
    about: 'users',
    variables: { first_name, when },
    subject: 'Your e-mail address at {{company}} was changed',
    body: `Hello {{first_name}},

your account uses another e-mail address since {{when}}; this one no longer signs in.

If it was not you, write to {{contact}} at once.

{{signature}}`,
  },
  password_changed: {
    label: 'Password changed',
    says: 'The password of an account was changed.',
    essential: true,
    about: 'users',
    variables: { first_name, when },
    subject: 'Your password at {{company}} was changed',
    body: `Hello {{first_name}},

the password of your account was changed on {{when}}, and your other sessions were signed out.

If it was not you, ask for a new password on the sign-in page at once and tell {{contact}}.

{{signature}}`,
  },
});
