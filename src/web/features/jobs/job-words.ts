import type { JobRun } from '../../../contract/jobs.ts';
import { formatDuration, formatNumber } from '../../lib/format.ts';
import { humanize } from '../../lib/words.ts';
import { jobsTexts } from '../../texts/jobs.ts';
import { uiTexts } from '../../texts/ui.ts';
import type { Tone } from '../../ui/tones.ts';

export const outcomeTones: Record<JobRun['outcome'], Tone> = {
  running: 'info',
  done: 'success',
  failed: 'danger',
  interrupted: 'warning',
};

/** "Sessions 3, links 1"; what was zero is left out. */
export function countsText(counts: JobRun['counts']): string {
  const done = Object.entries(counts).filter(([, count]) => count > 0);
  if (done.length === 0) return jobsTexts.nothing;
  return done.map(([kind, count]) => `${humanize(kind)} ${formatNumber(count)}`).join(', ');
}

export function durationText({ started_at, finished_at }: JobRun): string {
  if (!finished_at) return uiTexts.empty;
  return formatDuration(Math.max(0, Date.parse(finished_at) - Date.parse(started_at)));
}

export function causeText({ cause, asked_by }: JobRun): string {
  if (cause === 'schedule') return jobsTexts.onSchedule;
  if (cause === 'change') return jobsTexts.byChange;
  return jobsTexts.byPerson(asked_by?.name ?? uiTexts.empty);
}
