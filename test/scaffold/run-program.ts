import { posix } from 'node:path';
import { transformSync } from '@swc/core';
import * as library from '../../src/index.js';
import type { Connector } from '../../src/definition/connector.js';
import type { ProjectFile } from '../../src/scaffold/modules.js';

type Exports = Record<string, unknown>;

/** Runs generated modules without writing them, and gives what the one at `main` exports. */
export function exportsOf(files: readonly ProjectFile[], main = 'connector.ts'): Exports {
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known) return known;
    const file = files.find((each) => each.path === path);
    if (!file) throw new Error(`There is no module ${path}.`);
    const exports: Exports = {};
    loaded.set(path, exports);
    const require = (name: string) =>
      name === 'connector-kit' ? library : load(posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts'));
    new Function('exports', 'require', compiled(file.text))(exports, require);
    return exports;
  };
  return load(main);
}

function compiled(text: string): string {
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
  return transformSync(text, { jsc, module: { type: 'commonjs' }, swcrc: false }).code;
}

/** The connector among the exports: there is exactly one. */
export function connectorIn(exports: Exports): Connector {
  const found = Object.values(exports).filter(
    (each): each is Connector =>
      typeof each === 'object' && each !== null && 'definition' in each && 'contract' in each,
  );
  if (found.length !== 1 || found[0] === undefined) throw new Error(`There are ${found.length} connectors.`);
  return found[0];
}
