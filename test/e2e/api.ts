import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import type { Role } from '../../src/catalog/roles.ts';
import type { Routes } from '../../src/contract/routes.ts';

export type Person = Routes['GET /demo/people']['output']['items'][number];
export type User = Routes['GET /users']['output']['items'][number];
export type Organization = Routes['GET /organizations']['output']['items'][number];

/** Ambit's API as one person: for what a journey needs before it starts. Journeys themselves go through pages. */
export class Api {
  readonly request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.request = request;
  }

  /** Signs in as a person of the demo company: the first with this role and, when named, this profile. */
  async signIn(role: Role, profile?: string): Promise<Person> {
    const people = await this.people();
    const person = people.find((one) => one.role === role && (!profile || one.profile === profile));
    if (!person) throw new Error(`The demo has nobody with ${role} and ${profile ?? 'any profile'}`);
    await this.signInAs(person.email);
    return person;
  }

  /** The people of the demo company, the widest role first. */
  async people(): Promise<Person[]> {
    return (await this.get<{ items: Person[] }>('/demo/people')).items;
  }

  async signInAs(email: string): Promise<void> {
    await this.post('/demo/session', { email });
  }

  async get<T>(path: string): Promise<T> {
    return answer(await this.request.get(`/api/v1${path}`));
  }

  async post<T>(path: string, data: object): Promise<T> {
    return answer(await this.request.post(`/api/v1${path}`, { data }));
  }

  async patch<T>(path: string, data: object, version: number | undefined): Promise<T> {
    const headers = { 'if-match': `"${version}"` };
    return answer(await this.request.patch(`/api/v1${path}`, { data, headers }));
  }

  async userWith(email: string): Promise<User> {
    const { items } = await this.get<{ items: User[] }>(`/users?q=${encodeURIComponent(email)}`);
    const user = items.find((one) => one.email === email);
    if (!user) throw new Error(`Nobody has the address ${email}`);
    return user;
  }

  async organizations(query: string): Promise<Organization[]> {
    return (await this.get<{ items: Organization[] }>(`/organizations?limit=100&${query}`)).items;
  }
}

async function answer<T>(response: APIResponse): Promise<T> {
  const text = await response.text();
  expect(response.ok(), `${response.url()} answered ${response.status()}: ${text}`).toBe(true);
  return (text ? JSON.parse(text) : undefined) as T;
}
