/** Where to go after the log-in: only a path of ours, never another site. */
export function returnTo(to: string | undefined): string {
  if (!to || !/^\/(?![/\\])/.test(to)) return '/home';
  return /^\/(login|logged-out|session-ended|renewal-notice|certificate-stored)(?:[/?#]|$)/.test(to) || to === '/'
    ? '/home'
    : to;
}
