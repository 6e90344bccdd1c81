import type { Case } from '../../contract/cases.ts';
import { useCaseStates } from '../access/framing.ts';
import { caseTexts } from '../texts/cases.ts';
import { Badge } from '../ui/badge.tsx';
import type { Tone } from '../ui/tones.ts';

const statusTones: Record<Case['status'], Tone> = {
  open: 'info',
  waiting_on_customer: 'warning',
  resolved: 'success',
  closed: 'neutral',
};

export function CaseStatus({ status }: { status: Case['status'] }) {
  return <Badge tone={statusTones[status]}>{useCaseStates()[status]}</Badge>;
}

const priorityTones: Record<Case['priority'], Tone> = {
  low: 'neutral',
  normal: 'neutral',
  high: 'warning',
  urgent: 'danger',
};

export function CasePriority({ priority }: { priority: Case['priority'] }) {
  return <Badge tone={priorityTones[priority]}>{caseTexts.priorities[priority]}</Badge>;
}

export function CaseVisibility({ visibility }: { visibility: Case['visibility'] }) {
  return visibility === 'private' ? <Badge tone="accent">{caseTexts.visibilities.private}</Badge> : null;
}
