const KEY = 'shomei.loginId';

/** The log-in ID that was ticked to be remembered in this browser: the ID alone, never the password (DN-003). */
export function rememberedId(): string {
  return localStorage.getItem(KEY) ?? '';
}

export function rememberId(loginId: string | undefined): void {
  if (loginId) localStorage.setItem(KEY, loginId);
  else localStorage.removeItem(KEY);
}
