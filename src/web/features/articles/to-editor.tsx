import { Navigate } from '@tanstack/react-router';
import type { Article } from '../../../contract/articles.ts';

/** Writing takes room: the editor is a page, not a dialog. */
export function ToEditor({ row }: { row: Article }) {
  return <Navigate to="/articles/$id/edit" params={{ id: row.id }} />;
}

export function ToNewArticle() {
  return <Navigate to="/articles/new" replace />;
}
