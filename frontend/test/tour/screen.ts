import type { HttpHandler } from 'msw';
import type { Page } from 'playwright-core';

/** A page as somebody sees it, and what is done there before it is looked at. */
export type Screen = {
  readonly name: string;
  readonly path: string;
  readonly extra?: readonly HttpHandler[];
  readonly width?: number;
  readonly act?: (page: Page) => Promise<void>;
};
