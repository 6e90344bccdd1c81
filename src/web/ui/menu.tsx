import { MoreHorizontal } from 'lucide-react';
import { uiTexts } from '../texts/ui.ts';
import { useFirstOpened } from './first-opened.tsx';
import type { MenuAction, MenuProps } from './menu-parts.ts';

const load = () => import('./open-menu.tsx').then((module) => module.OpenMenu);

export function Menu(props: MenuProps) {
  const { opened, resting } = useFirstOpened(load);
  return opened ? <opened.Popup {...props} from={opened.from} /> : resting(props.trigger);
}

/** The "…" menu at the end of a table row or a page header; nothing at all without actions. */
export function RowMenu({ name, actions }: { name: string; actions: readonly MenuAction[] }) {
  if (actions.length === 0) return null;
  const trigger = (
    <button
      type="button"
      aria-label={uiTexts.rowActions(name)}
      className="inline-flex size-7 items-center justify-center rounded-md text-ink-muted hover:bg-hover hover:text-ink"
    >
      <MoreHorizontal aria-hidden size={16} />
    </button>
  );
  return <Menu trigger={trigger} actions={actions} />;
}
