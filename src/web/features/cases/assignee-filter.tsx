import { roles } from '../../../catalog/roles.ts';
import { useAccess } from '../../access/use-access.ts';
import { useSession } from '../../access/use-session.ts';
import type { FilterControlProps } from '../../records/define-list.ts';
import { caseTexts } from '../../texts/cases.ts';
import { FilterSelect } from '../../ui/filter-bar.tsx';

const words = caseTexts.queue;

/** The queues of those who work on cases: their own, and what nobody works on. A link can bring another person's. */
export function AssigneeFilter({ label, value, onChange }: FilterControlProps) {
  const { user } = useSession();
  const worksOnCases = roles[useAccess().role].type !== 'customer';
  if (!worksOnCases && value === '') return null;
  const queues = [
    { value: user.id, label: words.me },
    { value: 'nobody', label: words.nobody },
  ];
  const other = value !== '' && !queues.some((queue) => queue.value === value);
  const options = other ? [...queues, { value, label: words.somebody }] : queues;
  return <FilterSelect label={label} value={value} options={options} onChange={onChange} />;
}
