import type { Mail } from './mail-queue.ts';

interface Addressee {
  readonly to: string;
  readonly firstName: string;
  readonly company: string;
}

type WithLink = Addressee & { readonly link: string };

export function activationMail({ to, firstName, company, link }: WithLink): Mail {
  return {
    to,
    template: 'activation',
    subject: `Your account at ${company}`,
    text: letter(firstName, company, [
      `an account was made for you at ${company}. Choose a password to start using it:`,
      link,
      'The link can be used once, within 7 days. If you did not expect it, you can ignore this mail.',
    ]),
  };
}

export function passwordResetMail({ to, firstName, company, link }: WithLink): Mail {
  return {
    to,
    template: 'password_reset',
    subject: `A new password for ${company}`,
    text: letter(firstName, company, [
      'somebody asked for a new password for your account. Choose it here:',
      link,
      'The link can be used once, within 1 hour. If it was not you, ignore this mail: your password stays as it is.',
    ]),
  };
}

export function verifyEmailMail({ to, firstName, company, link }: WithLink): Mail {
  return {
    to,
    template: 'verify_email',
    subject: `Confirm your e-mail address for ${company}`,
    text: letter(firstName, company, [
      'open this link to use this e-mail address for your account from now on:',
      link,
      'The link can be used once, within 24 hours. If it was not you, ignore this mail and nothing changes.',
    ]),
  };
}

export function emailChangedMail({ to, firstName, company }: Addressee): Mail {
  return {
    to,
    template: 'email_changed',
    subject: `Your e-mail address at ${company} was changed`,
    text: letter(firstName, company, [
      'your account now uses another e-mail address; this one no longer signs in.',
      'If it was not you, write to your contact person at once.',
    ]),
  };
}

export function passwordChangedMail({ to, firstName, company }: Addressee): Mail {
  return {
    to,
    template: 'password_changed',
    subject: `Your password at ${company} was changed`,
    text: letter(firstName, company, [
      'the password of your account was changed, and your other sessions were signed out.',
      'If it was not you, ask for a new password on the sign-in page at once and tell your contact person.',
    ]),
  };
}

function letter(firstName: string, company: string, paragraphs: readonly string[]): string {
  return `${[`Hello ${firstName},`, ...paragraphs, company].join('\n\n')}\n`;
}
