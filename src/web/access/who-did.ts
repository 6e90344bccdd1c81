import { loginAsTexts } from '../texts/login-as.ts';

/** "Ann", or "Ann as Bob" where Ann was logged in as Bob. */
export function whoDid(entry: { actor_name: string; subject_name: string | null }): string {
  return entry.subject_name ? loginAsTexts.who(entry.actor_name, entry.subject_name) : entry.actor_name;
}
