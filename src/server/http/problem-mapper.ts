import '@fastify/cookie';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemCode, problems } from '../../contract/problems.ts';
import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { newId } from '../db/id.ts';
import { Problem } from './problem.ts';
import { whyRefused } from './refusal-words.ts';
import { currentRequest } from './request-context.ts';
import { cookieOptions, loginAsCookie } from './session-cookie.ts';

/** Maps whatever was thrown to one problem answer, and writes refusals to the audit log. */
export function mapProblems(server: FastifyInstance, app: AppContext): void {
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const problem = error instanceof Problem ? error : knownFault(error);
    if (!problem) {
      request.log.error({ err: error }, 'request failed');
      return send(reply, new Problem('server/failed'), null);
    }
    // The token is worth nothing any more; with it gone, the next request is the person's own.
    if (problem.code === 'login-as/ended') reply.clearCookie(loginAsCookie, cookieOptions(app.config));
    return send(reply, problem, await recordRefusal(app, request, problem));
  });
  server.setNotFoundHandler((_request, reply) => send(reply, new Problem('record/missing'), null));
}

/** The decision id that the answer names: none for a hidden record, which must look like a missing one. */
async function recordRefusal(
  app: AppContext,
  request: FastifyRequest,
  problem: Problem,
): Promise<string | null> {
  const { refusal } = problem.particulars;
  const refused = refusal !== undefined || problem.status === 403;
  const { actor } = currentRequest();
  if (!refused || !actor) return null;
  const decisionId = newId();
  const entry = audit(app.db, {
    action: refusal?.action ?? `${request.method} ${request.routeOptions.url ?? request.url}`,
    itemType: refusal?.itemType ?? 'request',
    itemId: refusal?.itemId ?? null,
    itemLabel: refusal?.itemLabel ?? null,
    outcome: 'refused',
    code: refusal?.decision?.code ?? problem.code,
    decisionId,
    detail: refusal?.decision?.steps,
  });
  if (problem.status === 404) {
    // Not waited for: the answer may not take longer than a missing record's.
    entry.catch((error) => request.log.error({ err: error }, 'refusal not recorded'));
    return null;
  }
  try {
    await entry;
    return decisionId;
  } catch (error) {
    request.log.error({ err: error }, 'refusal not recorded');
    return null;
  }
}

function send(reply: FastifyReply, problem: Problem, decisionId: string | null): FastifyReply {
  const { fields, retryAfterSeconds, extra } = problem.particulars;
  const detail = problem.particulars.detail ?? whyRefused(problem);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `/api/docs#${problem.code}`,
      title: problems[problem.code].title,
      status: problem.status,
      code: problem.code,
      ...(detail ? { detail } : {}),
      ...(fields ? { fields } : {}),
      ...(decisionId ? { decision_id: decisionId } : {}),
      ...extra,
    });
}

const byFastifyCode: Record<string, ProblemCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request/too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request/unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request/malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request/malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request/malformed',
};

/** Faults of the framework, and constraints of the database that a race can still meet. */
function knownFault(error: FastifyError): Problem | null {
  const code = byFastifyCode[error.code];
  if (code) return new Problem(code);
  if (error.code === '23505') return new Problem('record/duplicate');
  if (error.code === '23514')
    return new Problem('request/malformed', {
      detail: 'A value, or what it would come to, is out of range.',
    });
  if (error.code === '22021')
    return new Problem('request/malformed', { detail: 'Text must not contain a null character.' });
  // Data exceptions: a date that no calendar has, a number out of range.
  if (/^22...$/.test(error.code ?? ''))
    return new Problem('request/malformed', { detail: 'A value does not fit its field.' });
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new Problem('request/malformed');
  }
  return null;
}
