import { describe, expect, it } from 'vitest';
import { ApiProblem, problemCode, problemKind, readProblem, Unreachable } from './problems';

const problem = (status: number) =>
  new ApiProblem({ type: '/problems/x', title: 't', status, instance: 'r-1', errors: [{ code: 'a', message: 'b' }] });

describe('a problem', () => {
  it('is known by the last part of its type', () => {
    expect(problemCode('/problems/not-found')).toBe('not-found');
    expect(problemCode('https://example.jp/problems/session-ended/')).toBe('session-ended');
    expect(problemCode('about:blank')).toBe('unknown');
  });

  it.each([
    [401, 'logIn'],
    [403, 'notAllowed'],
    [404, 'notFound'],
    [410, 'notFound'],
    [409, 'conflict'],
    [422, 'invalid'],
    [400, 'invalid'],
    [429, 'tooMany'],
    [503, 'unavailable'],
    [500, 'serverError'],
  ] as const)('with status %i is shown as %s', (status, kind) => {
    expect(problemKind(problem(status))).toBe(kind);
  });

  it('is "offline" when the server was never reached, and a server error when it is a bug', () => {
    expect(problemKind(new Unreachable(new TypeError('x')))).toBe('offline');
    expect(problemKind(new Error('bug'))).toBe('serverError');
  });

  it('keeps the request id and every error', async () => {
    const read = await readProblem(
      new Response(
        JSON.stringify({
          type: '/problems/request-refused',
          title: 'x',
          status: 422,
          instance: 'r-9',
          errors: [{ code: '224', message: 'm' }],
        }),
        { status: 422 },
      ),
    );
    expect(read).toMatchObject({ code: 'request-refused', requestId: 'r-9', errors: [{ code: '224' }] });
  });

  it('is made up from the status when a proxy answers with a page', async () => {
    const read = await readProblem(
      new Response('<html>Bad gateway</html>', { status: 502, headers: { 'X-Request-Id': 'r-2' } }),
    );
    expect(read).toMatchObject({ code: 'unknown', status: 502, requestId: 'r-2' });
  });
});
