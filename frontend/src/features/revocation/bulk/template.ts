/** A list of names with one example, in UTF-8 with the mark by which spreadsheets know it. */
export const templateCsv = (heading: string): string => `\uFEFF${heading}\r\nwww.example.ac.jp\r\n`;
