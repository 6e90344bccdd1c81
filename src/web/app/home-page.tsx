import { Navigate } from '@tanstack/react-router';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { shellTexts } from '../texts/shell.ts';
import { EmptyState } from '../ui/empty-state.tsx';

/** Leads to the first page the reader's profile opens. */
export function HomePage() {
  const first = navigationOf(useAccess())[0]?.items[0];
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState title={shellTexts.nothingVisibleTitle} text={shellTexts.nothingVisibleText} />;
}
