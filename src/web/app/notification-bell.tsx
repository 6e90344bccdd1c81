import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { apiQuery } from '../lib/queries.ts';
import { shellTexts } from '../texts/shell.ts';

const everyMs = 120_000;

/** The way to the notifications, with how many are unread. Asked when the page is looked at again, and now and then. */
export function NotificationBell() {
  const count = useQuery({ ...apiQuery('GET /notifications/count'), refetchInterval: everyMs });
  const unread = count.data?.unread ?? 0;
  const label = shellTexts.unread(unread);
  return (
    <Link
      to="/notifications"
      aria-label={label}
      title={label}
      className="relative inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
    >
      <Bell aria-hidden size={16} />
      {unread > 0 ? (
        <span
          aria-hidden
          className="tabular absolute -end-0.5 -top-0.5 min-w-4 rounded-full bg-accent-solid px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent"
        >
          {shellTexts.unreadBadge(unread)}
        </span>
      ) : null}
    </Link>
  );
}
