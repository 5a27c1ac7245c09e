// Checks the documentation: every problem code has its line and its titles, and every link leads somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(top, path), 'utf8');
const faults = [];

const sources = readdirSync(join(top, 'backend/src/main/java'), { recursive: true }).filter((path) => path.endsWith('Problem.java'));
const codes = sources
  .map((path) => read(join('backend/src/main/java', path)))
  .filter((source) => source.includes('implements ProblemCode'))
  .flatMap((source) => [...source.matchAll(/^\s+([A-Z_]+)\(Kind\./gm)].map(([, name]) => name.toLowerCase().replaceAll('_', '-')));
const page = read('docs/problems.md');
const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
for (const code of codes) {
  if (!listed.includes(code)) faults.push(`docs/problems.md says nothing about ${code}`);
  for (const language of ['ja', 'en']) {
    const titles = read(`backend/src/main/resources/io/shomei/web/problems_${language}.properties`);
    if (!new RegExp(`^${code} *=`, 'm').test(titles)) faults.push(`${code} has no title in problems_${language}.properties`);
  }
}
for (const code of listed) if (!codes.includes(code)) faults.push(`docs/problems.md tells of ${code}, which does not exist`);

const pages = ['README.md', ...readdirSync(join(top, 'docs'), { recursive: true }).filter((path) => path.endsWith('.md')).map((path) => join('docs', path))];
for (const from of pages) {
  for (const [, to] of read(from).replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
    if (!existsSync(join(top, dirname(from), to))) faults.push(`${from} leads to ${to}, which is not there`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`Documentation: ${codes.length} problem codes and the links of ${pages.length} pages are complete.`);
