import type { Body, Params, RouteKey } from '../lib/api.ts';

/** Paths of the pairs that the contract makes with `bookingRoutes`. */
export type BookingPath = {
  [K in RouteKey]: K extends `POST ${infer P}/preview` ? (`POST ${P}` extends RouteKey ? P : never) : never;
}[RouteKey];

/** What is asked of one pair: the two keys, the record, and the body without its token. */
export type BookingRequest<P extends BookingPath = BookingPath> = {
  [Path in P]: {
    previewKey: `POST ${Path}/preview`;
    bookKey: `POST ${Path}`;
    /** Null while something that has to be chosen is missing. */
    body: Body<`POST ${Path}/preview` & RouteKey> | null;
  } & (Params<`POST ${Path}` & RouteKey> extends undefined
    ? { params?: undefined }
    : { params: Params<`POST ${Path}` & RouteKey> });
}[P];

/** The same, for code that does not know which pair it passes on. */
export type AnyBooking = { previewKey: string; bookKey: string; body: unknown; params?: unknown };
