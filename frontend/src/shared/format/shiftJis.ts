/** What stands in Japanese print for a character that is not at hand: the geta mark. */
const GETA = [0x81, 0xac] as const;

/** Where Windows and the standard read one code as two different characters; the server writes files in the same way. */
const AS_WINDOWS_HAS_IT: Readonly<Record<string, string>> = {
  '\u301C': '\uFF5E',
  '\u2016': '\u2225',
  '\u2212': '\uFF0D',
  '\u00A2': '\uFFE0',
  '\u00A3': '\uFFE1',
  '\u00AC': '\uFFE2',
  '\u2014': '\u2015',
};

let table: ReadonlyMap<string, readonly number[]> | undefined;

/** Text as octets of Shift_JIS, as Windows has it. What it does not have becomes a geta mark. */
export function shiftJisOf(text: string): Uint8Array<ArrayBuffer> {
  const octets: number[] = [];
  for (const character of text) octets.push(...(codeOf(character) ?? GETA));
  return Uint8Array.from(octets);
}

/** Whether every character can be written. */
export function isShiftJis(text: string): boolean {
  for (const character of text) if (!codeOf(character)) return false;
  return true;
}

function codeOf(character: string): readonly number[] | undefined {
  if (character <= '\u007E') return [character.charCodeAt(0)];
  table ??= inverse();
  return table.get(AS_WINDOWS_HAS_IT[character] ?? character);
}

/** The browser reads Shift_JIS but does not write it; the encoder is its decoder turned round (Encoding Standard, 12.3). */
function inverse(): ReadonlyMap<string, readonly number[]> {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder('shift_jis');
  const add = (code: readonly number[]) => {
    const character = decoder.decode(Uint8Array.from(code));
    const known = character === '\uFFFD' || codes.has(character) || [...character].length !== 1;
    if (!known && !/[\uE000-\uF8FF]/.test(character)) codes.set(character, code);
  };
  for (let half = 0xa1; half <= 0xdf; half++) add([half]);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    // Between are half-width letters, and what is there twice: the standard writes IBM's own codes, not NEC's copies of them.
    if ((lead > 0x9f && lead < 0xe0) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) add([lead, trail]);
  }
  return codes;
}
