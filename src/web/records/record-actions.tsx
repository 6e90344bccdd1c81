import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import type { PermissionOn } from '../../catalog/catalog.ts';
import { actionLabel } from '../access/action-label.ts';
import type { Access } from '../access/grants.ts';
import { may } from '../access/may.ts';
import { useAccess } from '../access/use-access.ts';
import { useSession } from '../access/use-session.ts';
import type { Output } from '../lib/api.ts';
import type { MenuAction } from '../ui/menu-parts.ts';
import type { ConfirmActionProps, Question } from './confirm-action.tsx';
import type { Listed, RowOf } from './record-queries.ts';

/** With the first question: a list is read more often than it is acted on. */
const ConfirmAction = lazy(() =>
  import('./confirm-action.tsx').then((module) => ({ default: module.ConfirmAction })),
);

export type ActionDialogProps<Row> = { row: Row; onClose: () => void };

export type Reader = {
  access: Access;
  user: Output<'GET /session'>['user'];
  /** Somebody else is at work here, logged in as the reader. */
  inside: boolean;
};

/** Something that can be done to one record, in its list and on its page. */
export type RecordAction<R extends Listed> = {
  key: string;
  /** Offered on the rows for which the server says so. */
  permission: PermissionOn<R>;
  /** The catalog's word, unless said otherwise. */
  label?: string;
  danger?: boolean;
  /** Where the server asks for more than the permission. */
  offered?: (row: RowOf<R>, reader: Reader) => boolean;
  /** Closed inside of a log in as, where its permission is open for something else. */
  closedInside?: true;
  /** Why it would be refused now; the action stays visible. */
  blockedBy?: (row: RowOf<R>) => string | undefined;
} & (
  | { /** A form of its own. */ dialog: ComponentType<ActionDialogProps<RowOf<R>>> }
  | { /** Nothing to fill in: asked, then done. */ asks: (row: RowOf<R>) => Question }
);

export type RecordActions<R extends Listed> = {
  /** The actions of one record, as menu entries or buttons. */
  menuOf: (row: RowOf<R>) => readonly MenuAction[];
  /** The dialog of the action that was chosen; fetched with the first choice where it is lazy. */
  dialog: ReactNode;
};

/** On the page of one record: the record as it is now, and the way to go once it is gone. */
type OnPage<R extends Listed> = { row?: RowOf<R>; onGone?: () => unknown };

/** What the reader may do with each record, and the dialog of what was chosen. */
export function useRecordActions<R extends Listed>(
  resource: R,
  actions: readonly RecordAction<R>[],
  { row: shown, onGone }: OnPage<R> = {},
): RecordActions<R> {
  const { user, login_as } = useSession();
  const reader = { access: useAccess(), user, inside: login_as !== null };
  const [chosen, choose] = useState<{ action: RecordAction<R>; row: RowOf<R> } | null>(null);
  const menuOf = (row: RowOf<R>) =>
    actions
      .filter((action) => isOffered(action, row, reader))
      .map((action) => ({
        key: action.key,
        label: action.label ?? actionLabel(action.permission),
        onSelect: () => choose({ action, row }),
        disabledReason: action.blockedBy?.(row),
        ...(action.danger ? { danger: true } : {}),
      }));
  const close = () => choose(null);
  const dialog = chosen ? (
    <Suspense fallback={null}>
      <Chosen
        action={chosen.action}
        row={shown ?? chosen.row}
        resource={resource}
        onClose={close}
        onGone={onGone}
      />
    </Suspense>
  ) : null;
  return { menuOf, dialog };
}

function isOffered<R extends Listed>(action: RecordAction<R>, row: RowOf<R>, reader: Reader): boolean {
  const { permission, offered, closedInside } = action;
  if (closedInside && reader.inside) return false;
  return may(row, permission) && (offered?.(row, reader) ?? true);
}

type ChosenProps<R extends Listed> = Omit<ConfirmActionProps, 'question'> & {
  action: RecordAction<R>;
  row: RowOf<R>;
};

function Chosen<R extends Listed>({ action, row, onClose, ...rest }: ChosenProps<R>) {
  if ('dialog' in action) return <action.dialog row={row} onClose={onClose} />;
  return <ConfirmAction {...rest} question={action.asks(row)} onClose={onClose} />;
}
