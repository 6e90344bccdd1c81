import type { JobRun } from '../../../contract/jobs.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { Badge } from '../../ui/badge.tsx';
import { countsText, outcomeTones } from './job-words.ts';

/** How a run ended, and in words what it did or what went wrong. */
export function RunResult({ run }: { run: JobRun }) {
  const words = run.error ?? (run.outcome === 'done' ? countsText(run.counts) : null);
  return (
    <span>
      <Badge tone={outcomeTones[run.outcome]}>{jobsTexts.outcomes[run.outcome]}</Badge>
      <span className={`block text-xs wrap-anywhere ${run.error ? 'text-danger' : 'text-ink-muted'}`}>
        {words}
      </span>
    </span>
  );
}
