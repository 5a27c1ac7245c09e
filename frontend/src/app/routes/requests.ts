import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { makeSearch, requestFileSearch, requestFilesSearch, uploadSearch } from '../../features/request-file/search';
import { linksSearch, submissionsSearch } from '../../features/submission/search';
import { app } from './frames';

// Asking for certificates: files, single requests, and what others submit.

const requestFiles = createRoute({
  getParentRoute: () => app,
  path: '/request-files',
  validateSearch: requestFilesSearch,
  component: lazyRouteComponent(() => import('../RequestFilesRoute'), 'RequestFilesRoute'),
});
const upload = createRoute({
  getParentRoute: () => app,
  path: '/request-files/new',
  validateSearch: uploadSearch,
  component: lazyRouteComponent(() => import('../UploadRoute'), 'UploadRoute'),
});
const requestFile = createRoute({
  getParentRoute: () => app,
  path: '/request-files/$id',
  validateSearch: requestFileSearch,
  component: lazyRouteComponent(() => import('../../features/request-file/RequestFilePage'), 'RequestFilePage'),
});
const makeRequestFile = createRoute({
  getParentRoute: () => app,
  path: '/request-files/make',
  validateSearch: makeSearch,
  component: lazyRouteComponent(() => import('../MakeRequestFileRoute'), 'MakeRequestFileRoute'),
});
const submissions = createRoute({
  getParentRoute: () => app,
  path: '/submissions',
  validateSearch: submissionsSearch,
  component: lazyRouteComponent(() => import('../../features/submission/SubmissionsPage'), 'SubmissionsPage'),
});
const submission = createRoute({
  getParentRoute: () => app,
  path: '/submissions/$id',
  component: lazyRouteComponent(() => import('../../features/submission/SubmissionPage'), 'SubmissionPage'),
});
const submissionLinks = createRoute({
  getParentRoute: () => app,
  path: '/submission-links',
  validateSearch: linksSearch,
  component: lazyRouteComponent(() => import('../SubmissionRoutes'), 'SubmissionLinksRoute'),
});
const newRequest = createRoute({
  getParentRoute: () => app,
  path: '/requests/new',
  component: lazyRouteComponent(() => import('../NewRequestRoute'), 'NewRequestRoute'),
});

export const requestRoutes = [
  requestFiles,
  upload,
  requestFile,
  makeRequestFile,
  submissions,
  submission,
  submissionLinks,
  newRequest,
] as const;
