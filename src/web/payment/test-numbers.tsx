import {
  type PaymentMethodKind,
  testNumbers,
  testOutcomes,
  testRoutingNumber,
} from '../../contract/test-cards.ts';
import { methodTexts } from '../texts/payment-methods.ts';
import { Alert } from '../ui/alert.tsx';

const says = methodTexts.adding;

/** This gateway takes no other numbers, so that nobody types a real one into it. */
export function TestNumbers({ kind }: { kind: PaymentMethodKind }) {
  const tests = testNumbers.filter((test) => test.kind === kind);
  return (
    <Alert title={says.testTitle}>
      <p>{kind === 'ach' ? says.testTextAch(testRoutingNumber) : says.testText}</p>
      <dl className="mt-1 flex flex-col gap-1">
        {tests.map(({ number, outcome }) => (
          <div key={number} className="flex flex-wrap gap-x-2">
            <dt className="tabular font-medium">{spaced(number)}</dt>
            <dd>{testOutcomes[outcome]}</dd>
          </div>
        ))}
      </dl>
    </Alert>
  );
}

/** As it is printed: American Express in groups of its own, account numbers in none. */
function spaced(number: string): string {
  if (number.length === 15) return number.replace(/^(.{4})(.{6})/, '$1 $2 ');
  return number.length < 15 ? number : number.replace(/(.{4})(?=.)/g, '$1 ');
}
