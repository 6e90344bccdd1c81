import { useEffect, useRef } from 'react';
import { queryClient } from '../lib/query-client.ts';

const everyMs = 4000;
/** Some payments take days; a page left open does not ask for days. */
const tries = 30;

type Asked<Data> = { state: { data: Data | undefined; dataUpdateCount: number } };

/** A query's `refetchInterval`: asks again for a while, as long as a payment is under way. */
export function whileUnderWay<Data>(isUnderWay: (data: Data) => boolean) {
  return ({ state: { data, dataUpdateCount } }: Asked<Data>) =>
    data !== undefined && isUnderWay(data) && dataUpdateCount < tries ? everyMs : false;
}

/** Once the payment that was under way has ended, everything on the page asks again. */
export function useReloadOnceSettled(payment: string | undefined): void {
  const before = useRef(payment);
  useEffect(() => {
    if (before.current !== undefined && payment === undefined) void queryClient.invalidateQueries();
    before.current = payment;
  }, [payment]);
}
