/** From here on a list and its side panel stand beside each other. */
export const WIDE = '(min-width: 75em)';
