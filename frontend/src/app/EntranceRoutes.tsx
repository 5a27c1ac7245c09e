import { getRouteApi } from '@tanstack/react-router';
import { EntrancePage } from '../features/session/EntrancePage';
import { LoggedOutPage, SessionEndedPage } from '../features/session/LeftPage';

const login = getRouteApi('/public/login');
const left = getRouteApi('/public/logged-out');
const ended = getRouteApi('/public/session-ended');

export function StartRoute() {
  return <EntrancePage />;
}

export function LoginRoute() {
  return <EntrancePage to={login.useSearch().to} />;
}

export function LoggedOutRoute() {
  return <LoggedOutPage close={left.useSearch().close === 'yes'} />;
}

export function SessionEndedRoute() {
  return <SessionEndedPage {...ended.useSearch()} />;
}
