import type { Article } from '../../../contract/articles.ts';
import { articleTexts } from '../../texts/articles.ts';
import { Badge } from '../../ui/badge.tsx';

const tones = { draft: 'warning', published: 'success', archived: 'neutral' } as const;

export function ArticleStatus({ status }: { status: Article['status'] }) {
  return <Badge tone={tones[status]}>{articleTexts.statuses[status]}</Badge>;
}

/** Whom it is for, in words. */
export function readersOf(audience: Article['audience']): string {
  return audience.map((type) => articleTexts.readBy[type]).join(', ');
}
