import { z } from 'zod';
import { roleTypes } from '../catalog/roles.ts';
import { permit } from './access.ts';
import { defineResource, readRoutes } from './resource.ts';
import { defineRoutes, optionalText, requiredText, timestamp } from './route.ts';

/** draft -> published -> archived; each can become a draft again, and then be published. */
export const articleStatuses = ['draft', 'published', 'archived'] as const;
const status = z.enum(articleStatuses);
const audience = z.enum(roleTypes);
const category = requiredText(60);

/** Articles as they are listed, without their text. */
export const articles = defineResource('articles', {
  shape: {
    title: z.string(),
    summary: z.string().nullable(),
    category: z.string(),
    /** Role types that read it once it is published. */
    audience: z.array(audience),
    status,
    published_at: timestamp.nullable(),
  },
  sorts: { category: 'text', title: 'text', created_at: 'timestamptz' },
  filters: { status, category, audience },
  many: ['audience'],
});
/** One article as a list shows it. */
export type Article = z.infer<typeof articles.shape>;

/** One article with its text, in Markdown. */
export const articleWithBody = articles.shape.extend({ body: z.string() });
/** One article as its page shows it. */
export type ArticleWithBody = z.infer<typeof articleWithBody>;

const details = {
  title: requiredText(200),
  summary: optionalText(500),
  category,
  audience: z
    .array(audience)
    .min(1, 'Choose who is to read it')
    .refine((types) => new Set(types).size === types.length, 'Names somebody twice'),
  body: z.string().trim().min(1, 'Must not be empty').max(50_000),
};

const reads = readRoutes(articles);

/** Routes of articles. What is not meant for a reader is missing to them. */
export const articleRoutes = defineRoutes({
  ...reads,
  'GET /articles/:id': { ...reads['GET /articles/:id'], output: articleWithBody },
  'GET /articles/categories': {
    access: permit('articles.view'),
    says: 'The categories of the articles that the reader may view, with how many there are of each.',
    insideLoginAs: true,
    output: z.object({ items: z.array(z.object({ category: z.string(), count: z.int() })) }),
  },
  'POST /articles': {
    access: permit('articles.edit'),
    says: 'Writes an article, as a draft.',
    body: z.strictObject(details).partial({ summary: true }),
    output: articleWithBody,
    status: 201,
  },
  'PATCH /articles/:id': {
    access: permit('articles.edit'),
    says: 'Changes an article. One that is published is changed by those who may publish.',
    body: z.strictObject(details).partial(),
    output: articleWithBody,
    versioned: true,
  },
  'POST /articles/:id/publish': {
    access: permit('articles.publish'),
    says: 'Publishes a draft: from now on its audience reads it.',
    output: articleWithBody,
    versioned: true,
  },
  'POST /articles/:id/unpublish': {
    access: permit('articles.publish'),
    says: 'Makes a published or archived article a draft again.',
    output: articleWithBody,
    versioned: true,
  },
  'POST /articles/:id/archive': {
    access: permit('articles.publish'),
    says: 'Puts an article away; it can become a draft again.',
    output: articleWithBody,
    versioned: true,
  },
});
