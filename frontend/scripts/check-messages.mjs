// Every message exists in both languages, with the same placeholders, and no message is empty.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = new URL('../src/shared/i18n/', import.meta.url).pathname;
const faults = [];

function flatten(value, path = '') {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}

// Japanese has no plural: `x_one` and `x_other` of English are the Japanese `x_other`.
const stem = (key) => key.replace(/_(one|other)$/, '');
const placeholders = (text) =>
  [...new Set(text.match(/{{\s*[\w.]+/g) ?? [])]
    .map((p) => p.replace(/{{\s*/, ''))
    .sort()
    .join();

function read(language, file) {
  const all = new Map();
  for (const [key, text] of flatten(JSON.parse(readFileSync(join(root, language, file), 'utf8')))) {
    if (text.trim() === '') faults.push(`${language}/${file}: ${key} is empty`);
    const seen = all.get(stem(key));
    all.set(
      stem(key),
      seen === undefined
        ? placeholders(text)
        : [...new Set(`${seen},${placeholders(text)}`.split(',').filter(Boolean))].sort().join(),
    );
  }
  return all;
}

const files = (language) =>
  readdirSync(join(root, language))
    .filter((f) => f.endsWith('.json'))
    .sort();
if (files('ja').join() !== files('en').join()) faults.push(`files differ: ja ${files('ja')} / en ${files('en')}`);
let count = 0;
for (const file of files('ja')) {
  const ja = read('ja', file);
  const en = read('en', file);
  count += ja.size;
  for (const [key, names] of ja) {
    if (!en.has(key)) faults.push(`en/${file}: ${key} is missing`);
    else if (en.get(key) !== names) faults.push(`${file}: ${key} has {${names}} in ja and {${en.get(key)}} in en`);
  }
  for (const key of en.keys()) if (!ja.has(key)) faults.push(`ja/${file}: ${key} is missing`);
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${count} messages in ja and en`);
