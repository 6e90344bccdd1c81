import { z } from 'zod';
import { problems } from '../../contract/problems.ts';
import type { RouteSpec } from '../../contract/route.ts';
import { routeKeys, routeSpec } from '../../contract/routes.ts';
import { apiBase } from './api-base.ts';

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 description of the API, generated from the contract. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  for (const key of routeKeys) {
    const [method = '', path = ''] = key.split(' ');
    const name = `${apiBase}${path.replace(/:(\w+)/g, '{$1}')}`;
    paths[name] = { ...paths[name], [method.toLowerCase()]: operation(key, routeSpec(key)) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ambit',
      version,
      description: 'Self-hosted subscription portal. The web pages use only this API.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'ambit_session' } },
      schemas: { Problem: problemSchema },
      responses: problemResponses(),
    },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    detail: { type: 'string' },
    decision_id: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

/** A problem of each status, with the codes that it can have. */
function problemResponses(): Json {
  const byStatus = Map.groupBy(Object.entries(problems), ([, { status }]) => status);
  const responses = [...byStatus].map(([status, of]) => [
    `Problem${status}`,
    { ...aProblem, description: of.map(([code, { title }]) => `\`${code}\`: ${title}.`).join(' ') },
  ]);
  return Object.fromEntries(responses);
}

const aProblem = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** The problems that a route answers by its declaration; what is rarer is a `default`. */
export function problemStatuses(key: string, { access, query, body, versioned, idempotent }: RouteSpec) {
  const unsafe = !key.startsWith('GET ');
  return [
    ...(unsafe ? [400, 409] : []),
    ...(access.kind === 'anyone' ? [] : [401]),
    ...(access.kind === 'permit' || unsafe ? [403] : []),
    ...(key.includes(':') ? [404] : []),
    ...(query || body || idempotent ? [422] : []),
    ...(versioned ? [428] : []),
    429,
  ];
}

/** How one route is described. */
export function operation(key: string, spec: RouteSpec): Json {
  const { access } = spec;
  return {
    operationId: key.replace(/[^A-Za-z]+/g, '_').replace(/^_|_$/g, ''),
    summary: spec.says,
    tags: [key.split('/')[1] ?? ''],
    description:
      (access.kind === 'permit' ? `Needs \`${access.permission}\`.` : `${access.kind}: ${access.because}.`) +
      (spec.insideLoginAs || access.kind === 'anyone' ? '' : ' Closed inside of a log in as.'),
    ...(access.kind === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [
      ...pathParameters(key),
      ...queryParameters(spec),
      ...(spec.versioned ? [ifMatch] : []),
      ...(spec.idempotent ? [idempotencyKey] : []),
    ],
    ...(spec.body ? { requestBody: { required: true, content: json(spec.body, 'input') } } : {}),
    responses: {
      [String(spec.status ?? (spec.output || spec.file ? 200 : 204))]: success(spec),
      ...Object.fromEntries(
        problemStatuses(key, spec).map((status) => [
          String(status),
          { $ref: `#/components/responses/Problem${status}` },
        ]),
      ),
      default: aProblem,
    },
  };
}

const ifMatch: Json = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version the change was made from, in quotes.',
  schema: { type: 'string' },
};

const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Names this attempt. Repeated within 7 days with the same request, it is answered again and not done again; with another request it is refused with 422, and with 409 while the first is under way.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' },
};

const replayed: Json = {
  'Idempotency-Replayed': {
    description: '`true` on an answer that was given before.',
    schema: { type: 'string', enum: ['true'] },
  },
};

function success(spec: RouteSpec): Json {
  return { ...answerOf(spec), ...(spec.idempotent ? { headers: replayed } : {}) };
}

function answerOf(spec: RouteSpec): Json {
  if (spec.file) return { description: 'A file', content: { [spec.file]: { schema: { type: 'string' } } } };
  return spec.output
    ? { description: 'Done', content: json(spec.output, 'output') }
    : { description: 'Done' };
}

function pathParameters(key: string): Json[] {
  return [...key.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' ? { format: 'uuid' } : {}) },
  }));
}

function queryParameters(spec: RouteSpec): Json[] {
  if (!spec.query) return [];
  const { properties = {}, required = [] } = schemaOf(spec.query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function json(schema: z.ZodType, io: 'input' | 'output'): Json {
  return { 'application/json': { schema: schemaOf(schema, io) } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}
