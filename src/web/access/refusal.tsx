import { useQuery } from '@tanstack/react-query';
import { ShieldX } from 'lucide-react';
import type { ApiProblem } from '../lib/api-problem.ts';
import { accessTexts } from '../texts/access.ts';
import { DescriptionList } from '../ui/description-list.tsx';
import { linkClass } from '../ui/text-link.tsx';
import { sessionQuery } from './use-session.ts';
import { WayBack } from './way-back.tsx';

const part = 'mx-auto flex max-w-xl flex-col gap-4 p-6';
// On a card there is a frame already.
const page = `${part} my-12 rounded-lg border border-line bg-surface`;

/** What was refused, why, under which number, and whom to ask. */
export function Refusal({ problem, within = false }: { problem: ApiProblem; within?: boolean }) {
  const Heading = within ? 'h2' : 'h1';
  const facts = [
    { label: accessTexts.why, value: problem.message },
    { label: accessTexts.whomToAsk, value: <WhomToAsk /> },
    { label: accessTexts.code, value: <code>{problem.code}</code> },
    {
      label: accessTexts.decision,
      value: problem.problem.decision_id ? <code>{problem.problem.decision_id}</code> : null,
    },
  ];
  return (
    <section className={within ? part : page}>
      {within ? null : <title>{`${accessTexts.refusedTitle} · Ambit`}</title>}
      <ShieldX aria-hidden size={24} className="text-danger" />
      <Heading tabIndex={-1} className="text-lg font-semibold">
        {problem.problem.detail ? problem.problem.title : accessTexts.refusedTitle}
      </Heading>
      <DescriptionList facts={facts} columns={1} />
      <WayBack />
    </section>
  );
}

/** Read from what is loaded already: a refusal must not end in another one. */
function WhomToAsk() {
  const support = useQuery({ ...sessionQuery, enabled: false }).data?.support_email;
  return (
    <>
      {support ? (
        <p>
          <a href={`mailto:${support}`} className={linkClass}>
            {support}
          </a>
        </p>
      ) : null}
      <p>{accessTexts.askAdministrator}</p>
    </>
  );
}
