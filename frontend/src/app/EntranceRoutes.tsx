import { getRouteApi } from '@tanstack/react-router';
import { EntrancePage } from '../features/session/EntrancePage';
import { LeftPage } from '../features/session/LeftPage';

const login = getRouteApi('/public/login');
const ended = getRouteApi('/public/session-ended');

export function StartRoute() {
  return <EntrancePage />;
}

export function LoginRoute() {
  return <EntrancePage to={login.useSearch().to} />;
}

export function LoggedOutRoute() {
  return <LeftPage how="loggedOut" />;
}

export function SessionEndedRoute() {
  return <LeftPage how="ended" to={ended.useSearch().to} />;
}
