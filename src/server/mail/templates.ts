import { letter, type Sender } from './letter.ts';
import type { Mail } from './mail-queue.ts';

interface Addressee extends Sender {
  readonly to: string;
  readonly firstName: string;
}

type WithLink = Addressee & { readonly link: string };

export function activationMail(mail: WithLink): Mail {
  return {
    to: mail.to,
    template: 'activation',
    subject: `Your account at ${mail.company}`,
    text: letter(mail.firstName, mail, [
      `an account was made for you at ${mail.company}. Choose a password to start using it:`,
      mail.link,
      'The link can be used once, within 7 days. If you did not expect it, you can ignore this mail.',
    ]),
  };
}

export function passwordResetMail(mail: WithLink): Mail {
  return {
    to: mail.to,
    template: 'password_reset',
    subject: `A new password for ${mail.company}`,
    text: letter(mail.firstName, mail, [
      'somebody asked for a new password for your account. Choose it here:',
      mail.link,
      'The link can be used once, within 1 hour. If it was not you, ignore this mail: your password stays as it is.',
    ]),
  };
}

export function verifyEmailMail(mail: WithLink): Mail {
  return {
    to: mail.to,
    template: 'verify_email',
    subject: `Confirm your e-mail address for ${mail.company}`,
    text: letter(mail.firstName, mail, [
      'open this link to use this e-mail address for your account from now on:',
      mail.link,
      'The link can be used once, within 24 hours. If it was not you, ignore this mail and nothing changes.',
    ]),
  };
}

export function emailChangedMail(mail: Addressee): Mail {
  return {
    to: mail.to,
    template: 'email_changed',
    subject: `Your e-mail address at ${mail.company} was changed`,
    text: letter(mail.firstName, mail, [
      'your account now uses another e-mail address; this one no longer signs in.',
      `If it was not you, write to ${mail.support ?? 'your contact person'} at once.`,
    ]),
  };
}

export function passwordChangedMail(mail: Addressee): Mail {
  return {
    to: mail.to,
    template: 'password_changed',
    subject: `Your password at ${mail.company} was changed`,
    text: letter(mail.firstName, mail, [
      'the password of your account was changed, and your other sessions were signed out.',
      `If it was not you, ask for a new password on the sign-in page at once and tell ${mail.support ?? 'your contact person'}.`,
    ]),
  };
}
