import { Bookmark, BookmarkCheck, BookmarkPlus, Pin, PinOff, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';
import type { MenuAction } from './menu-parts.ts';

const NameView = lazy(() => import('./name-view.tsx').then((module) => ({ default: module.NameView })));

export type Search = Readonly<Record<string, string>>;
export type SavedView = { id: string; name: string; query: Search };

export type SavedViewsProps = {
  views: readonly SavedView[];
  /** The view that the list opens with. */
  firstId: string | undefined;
  /** Filters and sort as they stand in the address now. */
  search: Search;
  /** Views of somebody else are opened, not changed. */
  readOnly: boolean;
  onOpen: (search: Search) => unknown;
  onSave: (name: string, search: Search) => Promise<unknown>;
  onRemove: (id: string) => unknown;
  onFirst: (id: string | null) => unknown;
};

/** The same filters and order, in whatever order they were put down. */
function isSame(one: Search, other: Search): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}

/** Filters and sort under a name: the one in use can be removed, or made the one that the list opens with. */
export function SavedViews(props: SavedViewsProps) {
  const { views, firstId, search, readOnly, onOpen, onSave } = props;
  const [naming, setNaming] = useState(false);
  const current = views.find((view) => isSame(view.query, search));
  const actions: readonly MenuAction[] = [
    ...views.map((view) => ({
      key: view.id,
      label: view.id === firstId ? uiTexts.firstView(view.name) : view.name,
      icon: view === current ? <BookmarkCheck aria-hidden size={14} /> : <Bookmark aria-hidden size={14} />,
      onSelect: () => onOpen(view.query),
    })),
    ...(readOnly ? [] : changesOf(props, current, () => setNaming(true))),
  ];
  if (actions.length === 0) return null;
  const trigger = <Button icon={<Bookmark aria-hidden size={14} />}>{current?.name ?? uiTexts.views}</Button>;
  return (
    <>
      <Menu trigger={trigger} actions={actions} />
      {naming ? (
        <Suspense fallback={null}>
          <NameView onClose={() => setNaming(false)} onSave={(name) => onSave(name, search)} />
        </Suspense>
      ) : null}
    </>
  );
}

function changesOf(
  { firstId, onRemove, onFirst }: SavedViewsProps,
  current: SavedView | undefined,
  onName: () => void,
): readonly MenuAction[] {
  const save = {
    key: '+save',
    label: uiTexts.saveView,
    icon: <BookmarkPlus aria-hidden size={14} />,
    onSelect: onName,
  };
  if (!current) return [save];
  const isFirst = current.id === firstId;
  return [
    save,
    {
      key: '+first',
      label: isFirst ? uiTexts.stopFirst(current.name) : uiTexts.makeFirst(current.name),
      icon: isFirst ? <PinOff aria-hidden size={14} /> : <Pin aria-hidden size={14} />,
      onSelect: () => onFirst(isFirst ? null : current.id),
    },
    {
      key: '+remove',
      label: uiTexts.removeView(current.name),
      icon: <Trash2 aria-hidden size={14} />,
      danger: true,
      onSelect: () => onRemove(current.id),
    },
  ];
}
