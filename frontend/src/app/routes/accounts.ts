import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountsSearch, newAccountSearch } from '../../features/account/search';
import { deskActionsSearch } from '../../features/desk/search';
import { userSearch, usersSearch } from '../../features/user/search';
import { app } from './frames';

// Accounts and users, and what the desk does for them.

const accounts = createRoute({
  getParentRoute: () => app,
  path: '/accounts',
  validateSearch: accountsSearch,
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'AccountsRoute'),
});
const newAccount = createRoute({
  getParentRoute: () => app,
  path: '/accounts/new',
  validateSearch: newAccountSearch,
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'NewAccountRoute'),
});
const account = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id',
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'AccountRoute'),
});
const editAccount = createRoute({
  getParentRoute: () => app,
  path: '/accounts/$id/edit',
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'EditAccountRoute'),
});
const users = createRoute({
  getParentRoute: () => app,
  path: '/users',
  validateSearch: usersSearch,
  component: lazyRouteComponent(() => import('../../features/user/UsersPage'), 'UsersPage'),
});
const newUser = createRoute({
  getParentRoute: () => app,
  path: '/users/new',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'NewUserRoute'),
});
const user = createRoute({
  getParentRoute: () => app,
  path: '/users/$id',
  validateSearch: userSearch,
  component: lazyRouteComponent(() => import('../UserRoutes'), 'UserRoute'),
});
const editUser = createRoute({
  getParentRoute: () => app,
  path: '/users/$id/edit',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'EditUserRoute'),
});
const permissions = createRoute({
  getParentRoute: () => app,
  path: '/users/$id/permissions',
  component: lazyRouteComponent(() => import('../UserRoutes'), 'PermissionsRoute'),
});
const deskActions = createRoute({
  getParentRoute: () => app,
  path: '/desk-actions',
  validateSearch: deskActionsSearch,
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'DeskActionsRoute'),
});
const deskAction = createRoute({
  getParentRoute: () => app,
  path: '/desk-actions/$id',
  component: lazyRouteComponent(() => import('../AccountRoutes'), 'DeskActionRoute'),
});

export const accountRoutes = [
  accounts,
  newAccount,
  account,
  editAccount,
  users,
  newUser,
  user,
  editUser,
  permissions,
  deskActions,
  deskAction,
] as const;
