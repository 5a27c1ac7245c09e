// Checks openapi.yaml: against the OpenAPI schema, and for what we ask of every operation.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const contract = parse(readFileSync(new URL('../../openapi.yaml', import.meta.url), 'utf8'), { maxAliasCount: -1 });
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

const { valid, errors } = await new Validator().validate(structuredClone(contract));
if (!valid) fault('openapi.yaml', JSON.stringify(errors));

const resolve = (node) =>
  node?.$ref === undefined
    ? node
    : node.$ref.slice(2).split('/').reduce((at, key) => at?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], contract);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat('binary', true).addFormat('password', true).addFormat('int32', true).addFormat('int64', true);
ajv.addSchema(contract, 'contract');

const tags = new Set(contract.tags.map((tag) => tag.name));
const ids = new Set();
let operations = 0;
const examples = new Set();

function checkExample(where, media) {
  if (media.example === undefined || media.schema === undefined) return;
  if (examples.has(media)) return;
  examples.add(media);
  const schema = media.schema.$ref ? { $ref: `contract${media.schema.$ref}` } : media.schema;
  const check = ajv.compile(schema);
  if (!check(media.example)) fault(where, `the example is not valid: ${ajv.errorsText(check.errors)}`);
}

for (const [path, item] of Object.entries(contract.paths)) {
  for (const method of METHODS.filter((name) => item[name])) {
    operations += 1;
    const operation = item[method];
    const where = `${method.toUpperCase()} ${path}`;
    if (operation.tags?.length !== 1 || !tags.has(operation.tags[0])) fault(where, 'needs exactly one tag of the list');
    if (!operation.operationId || ids.has(operation.operationId)) fault(where, 'needs an operationId of its own');
    ids.add(operation.operationId);
    if (!operation.summary) fault(where, 'needs a summary');
    if (!operation['x-roles']?.length) fault(where, 'needs x-roles');
    const isPublic = operation['x-roles']?.includes('PUBLIC');
    if (isPublic !== (operation.security?.length === 0)) fault(where, 'PUBLIC and "security: []" go together');
    if (!isPublic && !operation.responses['401']) fault(where, 'needs the answer 401');
    const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve);
    for (const [, name] of path.matchAll(/\{([^}]+)\}/g)) {
      if (!parameters.some((each) => each.in === 'path' && each.name === name)) fault(where, `{${name}} is not declared`);
    }
    for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) checkExample(`${where} request ${type}`, media);
    for (const [status, reference] of Object.entries(operation.responses)) {
      const answer = resolve(reference);
      if (answer === undefined) {
        fault(where, `${status}: ${reference.$ref} is not there`);
        continue;
      }
      if (status >= '400' && !answer.content?.['application/problem+json']) fault(where, `${status} is no problem document`);
      for (const [type, media] of Object.entries(answer.content ?? {})) checkExample(`${where} ${status} ${type}`, media);
    }
  }
}
for (const [name, schema] of Object.entries(contract.components.schemas)) {
  for (const property of schema.required ?? []) {
    if (schema.type === 'object' && !schema.properties?.[property]) fault(name, `requires ${property}, which it does not have`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`Contract: ${operations} operations and ${examples.size} examples are valid.`);
