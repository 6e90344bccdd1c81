import { usersTexts } from '../../texts/users.ts';

const alignments = ['immediate', 'next_billing_period', 'end_of_term'] as const;

export const alignmentOptions = alignments.map((value) => ({ value, label: usersTexts.alignments[value] }));
