import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { announcementsSearch } from '../../features/announcement/search';
import { noticesSearch, templatesSearch } from '../../features/notification/search';
import { newWebhookSearch, webhookSearch, webhooksSearch } from '../../features/webhook/search';
import { app } from './frames';

// What the service says of its own accord: mails, webhooks and announcements.

const notices = createRoute({
  getParentRoute: () => app,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('../NoticesRoute'), 'NoticesRoute'),
});
const announcements = createRoute({
  getParentRoute: () => app,
  path: '/announcements',
  validateSearch: announcementsSearch,
  component: lazyRouteComponent(() => import('../../features/announcement/AnnouncementsPage'), 'AnnouncementsPage'),
});
const newAnnouncement = createRoute({
  getParentRoute: () => app,
  path: '/announcements/new',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'NewAnnouncementRoute'),
});
const announcement = createRoute({
  getParentRoute: () => app,
  path: '/announcements/$id',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'AnnouncementRoute'),
});
const noticeTemplates = createRoute({
  getParentRoute: () => app,
  path: '/notice-templates',
  validateSearch: templatesSearch,
  component: lazyRouteComponent(() => import('../../features/notification/TemplatesPage'), 'TemplatesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => app,
  path: '/webhooks',
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('../WebhookRoutes'), 'WebhooksRoute'),
});
const newWebhook = createRoute({
  getParentRoute: () => app,
  path: '/webhooks/new',
  validateSearch: newWebhookSearch,
  component: lazyRouteComponent(() => import('../WebhookRoutes'), 'NewWebhookRoute'),
});
const webhook = createRoute({
  getParentRoute: () => app,
  path: '/webhooks/$id',
  validateSearch: webhookSearch,
  component: lazyRouteComponent(() => import('../../features/webhook/WebhookPage'), 'WebhookPage'),
});

export const noticeRoutes = [
  notices,
  announcements,
  newAnnouncement,
  announcement,
  noticeTemplates,
  webhooks,
  newWebhook,
  webhook,
] as const;
