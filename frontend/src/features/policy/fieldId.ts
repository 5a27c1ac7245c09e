/** Where the control of a key is on the page. */
export function fieldId(path: string): string {
  return `policy-${path.replaceAll('.', '-')}`;
}
