#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalog } from './cli/catalog.js';
import { main } from './cli/main.js';
import { realWorld } from './cli/real-world.js';

const root = fileURLToPath(new URL('..', import.meta.url));

async function shipped(): Promise<Catalog> {
  const { catalog } = await import('../connector/catalog.js');
  const read = (file: string) => readFileSync(`${root}connector/${file}`, 'utf8');
  return { services: catalog.services, build: (name, version) => catalog.build(name, version, read) };
}

void main(process.argv.slice(2), realWorld(root), shipped).then((code) => {
  process.exitCode = code;
});
