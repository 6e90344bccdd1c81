import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { uiTexts } from '../texts/ui.ts';
import { Button } from './button.tsx';
import { Menu } from './menu.tsx';
import { type Search, useViews } from './use-views.ts';

const NameView = lazy(() => import('./name-view.tsx').then((module) => ({ default: module.NameView })));

export type SavedViewsProps = {
  /** Which list: "organizations". */
  table: string;
  /** Filters and sort as they stand in the address now. */
  search: Search;
  onOpen: (search: Search) => void;
};

/** Filters and sort under a name, kept in this browser. */
export function SavedViews({ table, search, onOpen }: SavedViewsProps) {
  const { views, save, remove } = useViews(table);
  const [naming, setNaming] = useState(false);
  const current = views.find((view) => JSON.stringify(view.search) === JSON.stringify(search));
  const actions = [
    ...views.map((view) => ({
      key: view.name,
      label: view.name,
      icon: <Bookmark aria-hidden size={14} />,
      onSelect: () => onOpen(view.search),
    })),
    {
      key: '+save',
      label: uiTexts.saveView,
      icon: <BookmarkPlus aria-hidden size={14} />,
      onSelect: () => setNaming(true),
    },
    ...(current
      ? [
          {
            key: '+remove',
            label: uiTexts.removeView(current.name),
            icon: <Trash2 aria-hidden size={14} />,
            danger: true,
            onSelect: () => remove(current.name),
          },
        ]
      : []),
  ];
  const trigger = <Button icon={<Bookmark aria-hidden size={14} />}>{current?.name ?? uiTexts.views}</Button>;
  return (
    <>
      <Menu trigger={trigger} actions={actions} />
      {naming ? (
        <Suspense fallback={null}>
          <NameView onClose={() => setNaming(false)} onSave={(name) => save({ name, search })} />
        </Suspense>
      ) : null}
    </>
  );
}
