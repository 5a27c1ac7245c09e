/** `KeyUsageFitsTheKey` → `Key usage fits the key`: a rule's name is its demand. */
export function ruleSentence(rule: string): string {
  const words = rule.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  return words.charAt(0) + words.slice(1).toLowerCase();
}
