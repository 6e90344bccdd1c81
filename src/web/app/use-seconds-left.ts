import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../access/use-session.ts';
import { queryClient } from '../lib/query-client.ts';

const askAgainEvery = 5;

/** How long a log in as still lasts, by the server's count; once it is over, the server is asked and says so. */
export function useSecondsLeft(): number {
  const { data, dataUpdatedAt } = useQuery(sessionQuery);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = (data?.login_as?.seconds_left ?? 0) - Math.round((now - dataUpdatedAt) / 1000);
  const asked = left > 0 ? -1 : Math.floor(-left / askAgainEvery);
  useEffect(() => {
    if (asked >= 0) void queryClient.refetchQueries({ queryKey: sessionQuery.queryKey });
  }, [asked]);
  return Math.max(0, left);
}
