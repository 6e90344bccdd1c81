import { type BillingPeriod, billingPeriods } from '../../../contract/timings.ts';
import { fromMinor } from '../../lib/money-input.ts';
import { planTexts } from '../../texts/products.ts';
import { type PlanValues, periodOf, priceOf } from './plan-values.ts';

const says = planTexts.form;
const months: Record<BillingPeriod, number> = { month: 1, quarter: 3, year: 12 };

function isCount(text: string, most: number): boolean {
  return text.trim() === '' || (/^\d{1,7}$/.test(text.trim()) && Number(text) <= most);
}

type Read = () => PlanValues;
type Check = (text: string) => true | string;

/** What the server would refuse, said beside the field before anything is sent. */
export function planChecks(values: Read) {
  const count: Check = (text) => isCount(text, 1_000_000) || says.countWrong;
  return {
    price: (text: string) => {
      const { currency } = values();
      return (
        currency === '' || priceOf(text, currency) !== null || says.priceWrong(fromMinor(4900, currency))
      );
    },
    count,
    unitName: (text: string) =>
      text.trim() !== '' || values().unit_price.trim() === '' || says.unitNameMissing,
    most: (text: string) => {
      if (text.trim() === '') return true;
      const fits = isCount(text, 1_000_000) && Number(text) >= Math.max(1, Number(values().min_quantity));
      return fits || says.maxWrong;
    },
    term: (text: string) => {
      const step = months[periodOf(values().billing_period)];
      const whole = text.trim() === '' || (Number(text) > 0 && Number(text) % step === 0);
      return (whole && isCount(text, 120)) || says.termWrong(step);
    },
    trial: (text: string) => isCount(text, 365) || says.trialWrong,
  };
}

export const periodChoices = billingPeriods.map((value) => ({ value, label: planTexts.periods[value] }));
