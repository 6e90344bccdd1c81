import { planAdvance } from './advance.ts';
import type { CalendarDate } from './calendar.ts';
import type { BillingContext, PlannedBooking, Upcoming } from './planned-booking.ts';

/** The booking with what its scheduled part will bring on its day, as the amounts stand today. */
export function withUpcoming(
  planned: PlannedBooking,
  on: CalendarDate,
  context: BillingContext,
): PlannedBooking {
  return { ...planned, upcoming: upcomingOn(planned, on, context) };
}

function upcomingOn(planned: PlannedBooking, on: CalendarDate, context: BillingContext): Upcoming {
  const bookings = planAdvance(planned.subscription, { ...context, today: on })
    .filter((step) => step.on === on)
    .map((step) => step.booking);
  return {
    on,
    invoices: bookings.flatMap(({ invoice }) => (invoice === null ? [] : [invoice])),
    credits: bookings.flatMap(({ credit }) => (credit === null ? [] : [credit])),
  };
}
