import { useMutation, useQuery } from '@tanstack/react-query';
import { api, type Output } from '../../lib/api.ts';
import { apiQuery } from '../../lib/queries.ts';
import { signInTexts } from '../../texts/sign-in.ts';
import { Alert } from '../../ui/alert.tsx';

type Person = Output<'GET /demo/people'>['items'][number];

/** One person per role first, the others behind one more click. Nothing outside the demo company, where the list does not exist. */
export function DemoPeople({ onSignedIn }: { onSignedIn: () => void }) {
  const people = useQuery({ ...apiQuery('GET /demo/people'), retry: false });
  const signIn = useMutation({
    mutationFn: (email: string) => api('POST /demo/session', { body: { email } }),
    onSuccess: onSignedIn,
  });
  if (!people.data || people.data.items.length === 0) return null;
  const { items } = people.data;
  const first = items.filter((person) => items.find(({ role }) => role === person.role) === person);
  const others = items.filter((person) => !first.includes(person));
  return (
    <section aria-labelledby="demo-title" className="flex flex-col gap-2 border-t border-line pt-4">
      <h2 id="demo-title" className="font-semibold">
        {signInTexts.demoTitle}
      </h2>
      <p className="text-ink-muted">{signInTexts.demoText}</p>
      {signIn.error ? <Alert tone="danger">{signIn.error.message}</Alert> : null}
      <PersonList people={first} busy={signIn.isPending} choose={signIn.mutate} />
      {others.length > 0 ? (
        <details>
          <summary className="cursor-pointer rounded-md py-1 font-medium">{signInTexts.demoMore}</summary>
          <PersonList people={others} busy={signIn.isPending} choose={signIn.mutate} />
        </details>
      ) : null}
    </section>
  );
}

interface PersonListProps {
  people: readonly Person[];
  busy: boolean;
  choose: (email: string) => void;
}

function PersonList({ people, busy, choose }: PersonListProps) {
  return (
    <ul className="-mx-2 flex flex-col">
      {people.map((person) => (
        <li key={person.email}>
          <button
            type="button"
            title={signInTexts.demoSignInAs(person.name)}
            disabled={busy}
            onClick={() => choose(person.email)}
            className="flex w-full flex-wrap justify-between gap-x-3 rounded-md px-2 py-1.5 text-start hover:bg-hover"
          >
            <span className="font-medium">{person.name}</span>
            <span className="text-ink-muted">
              {person.role_label}
              {person.profile === person.role_label ? '' : ` · ${person.profile}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
