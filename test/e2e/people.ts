import type { Page } from '@playwright/test';
import type { Role } from '../../src/catalog/roles.ts';
import { Api, type Person } from './api.ts';

/** Signs the browser of a page in as a person of the demo company, without the detour over the sign-in page. */
export async function signIn(page: Page, role: Role, profile?: string): Promise<Person> {
  return new Api(page.request).signIn(role, profile);
}

/** The same, for one certain person. */
export async function signInAs(page: Page, email: string): Promise<void> {
  await new Api(page.request).signInAs(email);
}
