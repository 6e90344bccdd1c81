import { organizationTexts } from '../../texts/organizations.ts';
import { Alert } from '../../ui/alert.tsx';
import type { Forecast, Verdict } from './assign-many-calls.ts';

const says = organizationTexts.bulk;

/** Which accounts move, which do not and why, and whose sight changes with it. */
export function AssignManyReview({ forecast }: { forecast: Forecast }) {
  const of = (verdict: Verdict['verdict']) => forecast.items.filter((item) => item.verdict === verdict);
  const [moves, stays, refused] = [of('moves'), of('stays'), of('refused')];
  return (
    <div className="flex flex-col gap-4">
      <ul className="list-disc ps-5">
        <li className="font-medium">{says.moves(moves.length)}</li>
        {stays.length > 0 ? <li>{says.stays(stays.length)}</li> : null}
        {refused.length > 0 ? <li>{says.refused(refused.length)}</li> : null}
      </ul>
      {refused.length > 0 ? (
        <Alert tone="warning" title={says.whichNot}>
          <Names items={refused} />
        </Alert>
      ) : null}
      <div className="grid gap-4 sm:grid-cols-2">
        <People title={says.loses} people={forecast.loses} none={says.nobodyLoses} />
        <People title={says.gains} people={forecast.gains} none={null} />
      </div>
      {moves.length > 0 ? (
        <details open={moves.length <= 10}>
          <summary className="cursor-pointer font-medium">{says.which}</summary>
          <Names items={moves} />
        </details>
      ) : null}
    </div>
  );
}

function Names({ items }: { items: readonly Verdict[] }) {
  return (
    <ul className="mt-1 max-h-48 overflow-y-auto">
      {items.map(({ id, name, number, why }) => (
        <li key={id} className="py-0.5">
          {name ?? says.unseen}
          {number ? <span className="tabular text-ink-muted"> {number}</span> : null}
          {why ? <span className="block">{why}</span> : null}
        </li>
      ))}
    </ul>
  );
}

type PeopleProps = { title: string; people: Forecast['loses']; none: string | null };

function People({ title, people, none }: PeopleProps) {
  if (people.length === 0) return none ? <p className="text-ink-muted">{none}</p> : null;
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <ul>
        {people.map(({ id, name, organizations }) => (
          <li key={id}>{says.person(name, organizations)}</li>
        ))}
      </ul>
    </section>
  );
}
