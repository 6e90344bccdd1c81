import type { ImportResult } from '../../../contract/imports.ts';
import { importTexts } from '../../texts/import.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/tones.ts';

export type Verdict = ImportResult['verdicts'][number]['verdict'];

export const verdicts: readonly Verdict[] = ['create', 'update', 'unchanged', 'refuse'];

const tones: Record<Verdict, Tone> = {
  create: 'success',
  update: 'info',
  unchanged: 'neutral',
  refuse: 'danger',
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  return <Badge tone={tones[verdict]}>{importTexts.verdicts[verdict]}</Badge>;
}
