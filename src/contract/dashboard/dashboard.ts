import { z } from 'zod';
import { resourceKeys } from '../../catalog/catalog.ts';
import { permit } from '../access.ts';
import { defineRoutes, money, person, uuid } from '../route.ts';
import { blockKeys } from './blocks.ts';
import { drawings } from './define-block.ts';
import { mrrMovementKinds } from './mrr-movements.ts';

/** How many records a list shows under filters, and, where the block adds something up, how much by currency. */
const figure = z.object({
  key: z.string(),
  /** The filters of the list. */
  opens: z.record(z.string(), z.string()),
  count: z.int(),
  amounts: z.array(money),
});
/** A figure as it is shown: a count, amounts in minor units by currency, and the filters of the list behind it. */
export type FigureShown = z.infer<typeof figure>;

/** The MRR at the end of a month, the last one today, and what moved it in the month. Minor units. */
const trendMonth = z.object({
  month: z.iso.date(),
  amounts: z.array(money),
  moved: z.array(money.extend({ kind: z.enum(mrrMovementKinds) })),
});
/** One month of the trend. */
export type MrrMonth = z.infer<typeof trendMonth>;

/** A charge to come: of which subscription, when, and how much as the price stands. */
const comingCharge = z.object({
  id: uuid,
  number: z.string(),
  plan: z.string(),
  organization: person,
  on: z.iso.date(),
  amount: money,
});
/** One charge to come. */
export type ComingCharge = z.infer<typeof comingCharge>;

/** The dashboard. A block whose list the reader may not view is absent. */
export const dashboardRoutes = defineRoutes({
  'GET /dashboard': {
    access: permit('dashboard.view'),
    says: 'Figures over the records that the reader can view. A block is absent where they may not view its list.',
    insideLoginAs: true,
    output: z.object({
      today: z.iso.date(),
      blocks: z.array(
        z.object({
          key: z.enum(blockKeys),
          /** Whose list is counted. */
          resource: z.enum(resourceKeys),
          drawn: z.enum(drawings),
          figures: z.array(figure),
          totals: z.array(figure),
        }),
      ),
      mrr_trend: z.array(trendMonth).optional(),
      /** The first of the charges that the block `charges` counts. */
      next_charges: z.array(comingCharge).optional(),
    }),
  },
});
