import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Booking, BookingPreview } from '../../contract/bookings.ts';
import { call } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { newIdempotencyKey } from '../lib/idempotency-key.ts';
import { queryClient } from '../lib/query-client.ts';
import { useSettled } from '../lib/use-settled.ts';
import type { AnyBooking } from './booking-routes.ts';

/** Of every preview that is asked: those are never asked again by what was booked. */
const previews = 'booking-previews';
/** Milliseconds that a field rests before its preview is asked. */
const pause = 300;

/** Asked anew each time; two dialogs never share one. */
function previewQuery({ previewKey, params }: AnyBooking, body: string) {
  return queryOptions({
    queryKey: [previews, previewKey, params ?? null, body],
    queryFn: ({ signal }) => call<BookingPreview>(previewKey, { params, body: JSON.parse(body), signal }),
    enabled: body !== 'null',
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** `billing/moved` brings along what would be booked now. */
function movedPreview(error: unknown): BookingPreview | null {
  if (!(error instanceof ApiProblem) || error.code !== 'billing/moved' || !('preview' in error.problem)) {
    return null;
  }
  // The server sends it in the shape of the contract.
  return error.problem.preview as BookingPreview;
}

/** One key for each thing that is confirmed, kept on every retry of it: sent twice it is booked once. */
function useKeys() {
  const [keys] = useState(() => new Map<string, string>());
  return (of: string): string => {
    const key = keys.get(of) ?? newIdempotencyKey();
    keys.set(of, key);
    return key;
  };
}

/** The preview of what is asked, as it is now, and the way to book exactly that. */
export function useBooking(asked: AnyBooking) {
  const wanted = JSON.stringify(asked.body);
  const body = useSettled(wanted, pause);
  const query = previewQuery(asked, body);
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...query,
    placeholderData: keepPreviousData,
  });
  const keyOf = useKeys();
  const [moved, setMoved] = useState<string | null>(null);
  const preview = body === 'null' || error ? undefined : data;
  const current = preview !== undefined && !isPlaceholderData && !isFetching && wanted === body;

  const showAgain = async (problem: unknown): Promise<boolean> => {
    if (!(problem instanceof ApiProblem) || problem.code !== 'billing/moved') return false;
    const next = movedPreview(problem);
    if (next) queryClient.setQueryData(query.queryKey, next);
    else await refetch();
    setMoved(body);
    return true;
  };
  /** Null: it was not booked, since it is no longer what was shown; the new preview is there. */
  const book = async (): Promise<Booking | null> => {
    if (!preview || !current) return null;
    const { token } = preview;
    const options = {
      params: asked.params,
      body: { ...JSON.parse(body), token },
      idempotencyKey: keyOf(`${body} ${token}`),
    };
    try {
      return await call<Booking>(asked.bookKey, options);
    } catch (problem) {
      if (await showAgain(problem)) return null;
      throw problem;
    }
  };
  return { preview, current, error, refetch, moved: moved === body, book };
}

/** Everything on the page asks again: a booking reaches subscriptions, orders, invoices, credits and balances. */
export function reloadAll(): Promise<void> {
  return queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== previews });
}
