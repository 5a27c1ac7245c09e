// Between the page where the acquisition password is entered and the one where it opens the file. In memory alone: a reload forgets it.

let inHand: { readonly token: string; readonly secret: string } | undefined;

export function holdSecret(token: string, secret: string): void {
  inHand = { token, secret };
}

/** The acquisition password with which this acquisition was begun, as long as the page lives. */
export function secretInHand(token: string): string {
  return inHand?.token === token ? inHand.secret : '';
}

export function dropSecret(): void {
  inHand = undefined;
}
