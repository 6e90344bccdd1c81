import type { Article } from '../../../contract/articles.ts';
import { api } from '../../lib/api.ts';
import type { Question } from '../../records/confirm-action.tsx';
import type { RecordAction } from '../../records/record-actions.tsx';
import { articleTexts } from '../../texts/articles.ts';
import { readersOf } from './article-badges.tsx';
import { ToEditor } from './to-editor.tsx';

const says = articleTexts.publishing;

function publishing({ id, version, title, audience }: Article): Question {
  return {
    title: says.publishTitle(title),
    text: says.publishText(readersOf(audience)),
    confirm: says.publishConfirm,
    done: says.published(title),
    tone: 'primary',
    run: () => api('POST /articles/:id/publish', { params: { id }, ifMatch: version }),
  };
}

function takingBack({ id, version, title }: Article): Question {
  return {
    title: says.unpublishTitle(title),
    text: says.unpublishText,
    confirm: says.unpublishConfirm,
    done: says.unpublished(title),
    tone: 'primary',
    run: () => api('POST /articles/:id/unpublish', { params: { id }, ifMatch: version }),
  };
}

function archiving({ id, version, title }: Article): Question {
  return {
    title: says.archiveTitle(title),
    text: says.archiveText,
    confirm: says.archiveConfirm,
    done: says.archived(title),
    run: () => api('POST /articles/:id/archive', { params: { id }, ifMatch: version }),
  };
}

/** What can be done to one article. */
export const articleActions: readonly RecordAction<'articles'>[] = [
  {
    key: 'edit',
    permission: 'articles.edit',
    dialog: ToEditor,
  },
  {
    key: 'publish',
    permission: 'articles.publish',
    blockedBy: ({ status }) => (status === 'draft' ? undefined : says.notDraft),
    asks: publishing,
  },
  {
    key: 'unpublish',
    permission: 'articles.publish',
    label: says.unpublish,
    blockedBy: ({ status }) => (status === 'draft' ? says.alreadyDraft : undefined),
    asks: takingBack,
  },
  {
    key: 'archive',
    permission: 'articles.publish',
    label: says.archive,
    danger: true,
    blockedBy: ({ status }) => (status === 'archived' ? says.alreadyArchived : undefined),
    asks: archiving,
  },
];
