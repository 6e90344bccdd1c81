import { useRouter } from '@tanstack/react-router';
import { queryClient } from '../../lib/query-client.ts';
import { useUrlSearch } from '../../lib/url-search.ts';

/** Only a path of our own: never another site, never a scheme. */
function ownPath(path: string | undefined): string {
  return path?.startsWith('/') && !path.startsWith('//') && !path.includes('\\') ? path : '/';
}

/** Signed in: forget what the person before could see, and go where the reader wanted to go. */
export function useArrive(): () => void {
  const router = useRouter();
  const { search } = useUrlSearch();
  return () => {
    queryClient.clear();
    router.history.push(ownPath(search.return), undefined, { ignoreBlocker: true });
  };
}
