import { getRouteApi } from '@tanstack/react-router';
import { EntrancePage } from '../features/session/entrance/EntrancePage';
import { LoggedOutPage, SessionEndedPage } from '../features/session/LeftPage';
import { NewPasswordPage } from '../features/session/step/NewPasswordPage';
import { OtherSessionPage } from '../features/session/step/OtherSessionPage';
import { OtpPage } from '../features/session/step/OtpPage';

const start = getRouteApi('/public/');
const login = getRouteApi('/public/login');
const otp = getRouteApi('/public/login/one-time-password');
const otherSession = getRouteApi('/public/login/other-session');
const newPassword = getRouteApi('/public/login/new-password');
const left = getRouteApi('/public/logged-out');
const ended = getRouteApi('/public/session-ended');

export function StartRoute() {
  return <EntrancePage {...start.useSearch()} />;
}

export function LoginRoute() {
  return <EntrancePage {...login.useSearch()} />;
}

export function OtpRoute() {
  return <OtpPage {...otp.useSearch()} />;
}

export function OtherSessionRoute() {
  return <OtherSessionPage {...otherSession.useSearch()} />;
}

export function NewPasswordRoute() {
  return <NewPasswordPage {...newPassword.useSearch()} />;
}

export function LoggedOutRoute() {
  return <LoggedOutPage close={left.useSearch().close === 'yes'} />;
}

export function SessionEndedRoute() {
  return <SessionEndedPage {...ended.useSearch()} />;
}
