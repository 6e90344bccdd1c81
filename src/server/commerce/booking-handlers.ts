import type { Handled } from '../../contract/routes.ts';
import { type Context, type Handler, handler } from '../http/handlers.ts';
import { confirm, type Proposal, previewOf } from './proposal.ts';

/** Paths of the pairs that `bookingRoutes` declares. */
type BookingPath = {
  [K in keyof Handled]: K extends `POST ${infer P}/preview`
    ? `POST ${P}` extends keyof Handled
      ? P
      : never
    : never;
}[keyof Handled];

type Previewed<P extends BookingPath> = Context<`POST ${P}/preview` & keyof Handled>;

type BookingHandlers<P extends BookingPath> = {
  [K in `POST ${P}/preview` | `POST ${P}`]: Handler<K & keyof Handled>;
};

/** The handlers of `bookingRoutes`: both plan the same; one shows it, the other books it when the token still fits. */
export function bookingHandlers<const P extends BookingPath>(
  path: P,
  proposal: (asked: Previewed<P>) => Promise<Proposal>,
): BookingHandlers<P> {
  const handlers = {
    ...handler(`POST ${path}/preview`, async (asked: Previewed<P>) => previewOf(await proposal(asked))),
    ...handler(`POST ${path}`, async (asked: { readonly body: { readonly token: string } }) => {
      const { token, ...body } = asked.body;
      // The contract gives both routes the same body, but for the token: what is left is what the preview was asked.
      return confirm(await proposal({ ...asked, body } as unknown as Previewed<P>), token);
    }),
  };
  // The keys are put together from the path, which the compiler can not follow.
  return handlers as unknown as BookingHandlers<P>;
}
