/** What is found as soon as it is enough, looking several times a second; an error that says what was missing after half a minute. */
export async function eventually<T>(
  what: string,
  look: () => T | Promise<T>,
  enough: (found: T) => boolean = Boolean,
): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (enough(found)) return found;
    if (Date.now() > until) throw new Error(`Half a minute without ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
