import type { Article } from '../../../contract/articles.ts';
import { choicesOf, defineList, type List } from '../../records/define-list.ts';
import { articleTexts } from '../../texts/articles.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { articleActions } from './article-actions.ts';
import { ArticleStatus, readersOf } from './article-badges.tsx';
import { CategoryFilter } from './category-filter.tsx';
import { ToNewArticle } from './to-editor.tsx';

const words = articleTexts.fields;
type Columns = List<'articles'>['columns'];

const title: Columns = [
  { key: 'title', header: words.title, sort: 'title', cell: (row) => <TitleCell row={row} /> },
  { key: 'category', header: words.category, sort: 'category', cell: (row) => row.category },
];
const published: Columns = [
  {
    key: 'published_at',
    header: words.published_at,
    nowrap: true,
    cell: (row) => <DateTime value={row.published_at} />,
  },
];

function TitleCell({ row }: { row: Article }) {
  return (
    <span>
      <TextLink to="/articles/$id" params={{ id: row.id }}>
        {row.title}
      </TextLink>
      {row.summary ? <span className="block text-xs font-normal text-ink-muted">{row.summary}</span> : null}
    </span>
  );
}

const shared = {
  resource: 'articles',
  subtitle: articleTexts.subtitle,
  search: articleTexts.search,
  sort: 'category',
  actions: articleActions,
} as const;
const byCategory = { name: 'category', label: words.category, control: CategoryFilter } as const;

/** For those who read: everything in it is published, and meant for them. */
export const readersList = defineList({
  ...shared,
  columns: [...title, ...published],
  filters: [byCategory],
});

/** For those who write: in every state, for every audience. */
export const editorsList = defineList({
  ...shared,
  columns: [
    ...title,
    { key: 'status', header: words.status, cell: (row) => <ArticleStatus status={row.status} /> },
    { key: 'audience', header: words.audience, cell: (row) => readersOf(row.audience) },
    ...published,
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
  ],
  hiddenAtFirst: ['created_at'],
  filters: [
    byCategory,
    { name: 'status', label: words.status, choices: choicesOf(articleTexts.statuses) },
    { name: 'audience', label: words.audience, choices: choicesOf(articleTexts.readBy) },
  ],
  create: {
    permission: 'articles.edit',
    form: ToNewArticle,
  },
});
