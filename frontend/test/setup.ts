import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import type { Window } from 'happy-dom';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { noteAction } from '../src/api/activity';
import { server } from './server';

// The first page of a test file loads its chunks; that takes longer than a second on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

vi.stubGlobal('matchMedia', (query: string) => ({
  matches: query.includes('min-width'),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}));
// happy-dom has no font loading, which a growing text field listens to.
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  configurable: true,
});
vi.stubGlobal('scrollTo', () => undefined);
vi.stubGlobal('EventSource', undefined);

const { happyDOM } = window as unknown as Window;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
// The files of a worker share its window and the modules of the application; each test begins as after a load of the page.
beforeEach(() => {
  happyDOM.setURL('http://localhost:3000/');
  noteAction();
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
});
afterAll(() => server.close());
