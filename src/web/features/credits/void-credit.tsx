import type { Credit } from '../../../contract/credits.ts';
import { api } from '../../lib/api.ts';
import { formatMoney } from '../../lib/format.ts';
import { VoidRecord } from '../../records/void-record.tsx';
import { creditTexts } from '../../texts/credits.ts';

export function VoidCredit({ row, onClose }: { row: Credit; onClose: () => void }) {
  const { id, number, version } = row;
  const { title, done, ...says } = creditTexts.voiding;
  return (
    <VoidRecord
      resource="credits"
      says={{
        ...says,
        title: title(number),
        text: says.text(formatMoney(row.remaining)),
        done: done(number),
      }}
      run={(body) => api('POST /credits/:id/void', { params: { id }, body, ifMatch: version })}
      onClose={onClose}
    />
  );
}
