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

// The policies of the profiles are those of the certificate policy, and every section that the lints cite is in it.
const statement = read('docs/cp-cps.md');
const stated = new Set([...statement.matchAll(/`(2\.25\.[0-9.]+[0-9])` \|/g)].map(([, oid]) => oid));
const used = new Set(JSON.parse(read('backend/src/main/resources/io/shomei/profile/profiles.json')).profiles.map((profile) => profile.policy));
for (const oid of used) if (!stated.has(oid)) faults.push(`docs/cp-cps.md says nothing about the policy ${oid}`);
for (const oid of stated) if (!used.has(oid)) faults.push(`docs/cp-cps.md tells of the policy ${oid}, which no profile has`);
const sections = new Set([...statement.matchAll(/^#+ ([0-9.]+) /gm)].map(([, number]) => number));
for (const [, number] of read('docs/lints.md').matchAll(/CP ([0-9]+(?:\.[0-9]+)*)/g)) {
  if (!sections.has(number)) faults.push(`docs/lints.md cites section ${number}, which docs/cp-cps.md does not have`);
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`Documentation: ${codes.length} problem codes and the links of ${pages.length} pages are complete.`);
