import { useQuery } from '@tanstack/react-query';
import type { User } from '../../contract/users.ts';
import { formatMoney, formatNumber } from '../lib/format.ts';
import { apiQuery } from '../lib/queries.ts';
import { uiTexts } from '../texts/ui.ts';
import { TextLink } from '../ui/text-link.tsx';

/** The column of an organization that says who of a role looks after it; other roles look after none. */
export function lookedAfterBy({ role }: Pick<User, 'role'>) {
  if (role === 'account_executive') return 'account_executive' as const;
  if (role === 'partner_account_executive' || role === 'partner_administrator') {
    return 'partner_account_executive' as const;
  }
  return null;
}

function useBook(user: User) {
  const by = lookedAfterBy(user);
  const books = useQuery({
    ...apiQuery('GET /organizations/books', { query: { by: by ?? 'account_executive' } }),
    enabled: by !== null,
    staleTime: 30_000,
  });
  return {
    by,
    loaded: books.data,
    book: books.data?.items.find(({ executive }) => executive.id === user.id),
  };
}

/** How many accounts somebody looks after, as far as the reader sees them; leads to their list. */
export function AccountsOf({ user }: { user: User }) {
  const { by, loaded, book } = useBook(user);
  if (by === null || !loaded) return uiTexts.empty;
  return (
    <TextLink to="/organizations" search={{ [`${by}_id`]: user.id }} className="tabular">
      {formatNumber(book?.organizations ?? 0)}
    </TextLink>
  );
}

/** What the accounts that somebody looks after owe: a line for each currency, or they push the row's actions out of sight. */
export function OwedTo({ user }: { user: User }) {
  const { book } = useBook(user);
  if (!book || book.balances.length === 0) return uiTexts.empty;
  return book.balances.map((owed) => (
    <span key={owed.currency} className="tabular block">
      {formatMoney(owed)}
    </span>
  ));
}
