// All windows share the cookie. One that goes on showing what another has logged out of, or that acts with the session of the
// next person while it shows the name of the one before, would be wrong in a way nobody notices.

const KEY = 'shomei.sessionChangedAt';

/** Tells the other windows of this browser that the session is not the one they know. */
export function tellOtherWindows(): void {
  localStorage.setItem(KEY, String(Date.now()));
}

/** The same is true of a page that the browser kept as it was, to show it again when one goes back. */
export function onSessionChangedElsewhere(listener: () => void): void {
  addEventListener('storage', (event) => {
    if (event.key === KEY) listener();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) listener();
  });
}
