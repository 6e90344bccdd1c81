import { signInTexts } from '../texts/sign-in.ts';

/** Said before sending; the server has the last word. */
export const passwordRules = {
  required: signInTexts.passwordMissing,
  minLength: { value: 12, message: signInTexts.passwordShort },
};
