import { ShieldX } from 'lucide-react';
import type { ApiProblem } from '../lib/api-problem.ts';
import { accessTexts } from '../texts/access.ts';
import { DescriptionList } from '../ui/description-list.tsx';
import { WayBack } from './way-back.tsx';

/** What was refused, why, under which number, and whom to ask. */
export function Refusal({ problem }: { problem: ApiProblem }) {
  const facts = [
    { label: accessTexts.why, value: problem.message },
    { label: accessTexts.whomToAsk, value: accessTexts.askAdministrator },
    { label: accessTexts.code, value: <code>{problem.code}</code> },
    {
      label: accessTexts.decision,
      value: problem.problem.decision_id ? <code>{problem.problem.decision_id}</code> : null,
    },
  ];
  return (
    <section className="mx-auto my-12 flex max-w-xl flex-col gap-4 rounded-lg border border-line bg-surface p-6">
      <title>{`${accessTexts.refusedTitle} · Ambit`}</title>
      <ShieldX aria-hidden size={24} className="text-danger" />
      <h1 tabIndex={-1} className="text-lg font-semibold">
        {problem.problem.detail ? problem.problem.title : accessTexts.refusedTitle}
      </h1>
      <DescriptionList facts={facts} columns={1} />
      <WayBack />
    </section>
  );
}
