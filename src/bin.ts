import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog } from './cli/catalog.js';
import { main, neverEnded } from './cli/main.js';
import { realWorld } from './cli/real-world.js';

const root = fileURLToPath(new URL('..', import.meta.url));

async function shipped(): Promise<Catalog> {
  const { catalog } = await import('../connector/catalog.js');
  const read = (file: string) => readFileSync(`${root}connector/${file}`, 'utf8');
  const build: Catalog['build'] = (name, version) => catalog.build(name, version, read);
  const playbooks: NonNullable<Catalog['playbooks']> = async (over) => {
    const { PLAYBOOKS_CONNECTOR, playbooksFor, shippedPlaybooks } = await import('../playbooks/shipped.js');
    return over ? playbooksFor(over) : shippedPlaybooks(build(PLAYBOOKS_CONNECTOR, undefined));
  };
  return { services: catalog.services, build, playbooks };
}

const argv = process.argv.slice(2);
const world = realWorld(root);
/** Until the command has ended, an end of the process is a failure: a module that is waited for may have nothing left to do. */
const never = async () => {
  process.exitCode = await neverEnded(argv, world);
};
process.once('beforeExit', never);
void main(argv, world, shipped).then((code) => {
  process.off('beforeExit', never);
  process.exitCode = code;
});
