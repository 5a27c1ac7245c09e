import type { components } from './schema';

export type Problem = components['schemas']['Problem'];
export type ProblemError = components['schemas']['ProblemError'];

/** A refusal of the server (RFC 9457). Switch on `code`, never on text. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly requestId: string;
  readonly errors: readonly ProblemError[];

  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.code = problemCode(problem.type);
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.requestId = problem.instance;
    this.errors = problem.errors ?? [];
  }
}

/** The server did not answer at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached', { cause });
    this.name = 'Unreachable';
  }
}

/** `/problems/not-found` and `https://…/problems/not-found` are both `not-found`. */
export function problemCode(type: string): string {
  const slug = type.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').pop();
  return slug === undefined || slug === '' || slug === 'about:blank' ? 'unknown' : slug;
}

/** How a screen reacts to a failure; texts hang on this, not on each code. */
export type ProblemKind =
  | 'offline'
  | 'logIn'
  | 'notAllowed'
  | 'notFound'
  | 'conflict'
  | 'invalid'
  | 'tooMany'
  | 'unavailable'
  | 'serverError';

export function problemKind(error: unknown): ProblemKind {
  if (error instanceof Unreachable) return 'offline';
  if (!(error instanceof ApiProblem)) return 'serverError';
  if (error.status === 401) return 'logIn';
  if (error.status === 403) return 'notAllowed';
  if (error.status === 404 || error.status === 410) return 'notFound';
  if (error.status === 409 || error.status === 412 || error.status === 423) return 'conflict';
  if (error.status === 429) return 'tooMany';
  if (error.status === 502 || error.status === 503 || error.status === 504) return 'unavailable';
  return error.status >= 500 ? 'serverError' : 'invalid';
}

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && codes.includes(error.code);
}

/** A body that is not a problem document (a proxy's error page, say) still becomes one. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const requestId = response.headers.get('X-Request-Id') ?? '';
  try {
    const body: unknown = await response.clone().json();
    if (isProblemDocument(body)) return new ApiProblem({ ...body, instance: body.instance || requestId });
  } catch {
    // Not JSON: fall through to what the status alone says.
  }
  return new ApiProblem({
    type: response.status === 404 ? '/problems/not-found' : 'about:blank',
    title: '',
    status: response.status,
    instance: requestId,
  });
}

function isProblemDocument(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'type' in body && 'status' in body && 'title' in body;
}
