/** Why the monthly recurring revenue of a subscription became another. */
export const mrrMovementKinds = ['new', 'expansion', 'contraction', 'churn', 'reactivation'] as const;
/** One of these reasons. */
export type MrrMovementKind = (typeof mrrMovementKinds)[number];
