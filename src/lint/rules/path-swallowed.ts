import { shorten } from '../../core/shorten.js';
import { pathShape } from '../path-shape.js';
import { exampleOperation } from '../example-operation.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';

export const pathSwallowed: LintRule = {
  code: 'path-swallowed',
  severity: 'note',
  certification: 'warning',
  summary: 'No path is one that another operation of the method has with a value for its parameter.',
  why: 'With that value in the parameter, the call goes to the other operation.',
  source: `${validatorPage} (PartialDuplicateOperationPath)`,
  published: { files: 10, of: 161 },
  codes: ['PartialDuplicateOperationPath'],
  examples: {
    bad: [
      {
        definition: { '/paths/~1tickets~1open': { get: exampleOperation } },
        at: ['/paths/~1tickets~1open/get'],
      },
    ],
    good: [{ definition: { '/paths/~1open~1tickets': { get: exampleOperation } }, at: [] }],
  },
  check({ operations }, report) {
    const trees = new Map<string, Branch>();
    const shapes = new Map(operations.map(({ path }) => [path, pathShape(path)]));
    for (const { method, path } of operations) {
      let branch = trees.get(method);
      if (branch === undefined) trees.set(method, (branch = { below: new Map() }));
      plant(branch, path, shapes.get(path) ?? path);
    }
    for (const { method, path, pointer } of operations) {
      const other = swallowing(trees.get(method), shapes.get(path) ?? path);
      if (other === undefined) continue;
      const message = `The path ${shorten(path)} is ${shorten(other)} with a value for its parameter, expected one that differs elsewhere.`;
      report(pointer, message);
    }
    return {};
  },
};

/** What paths have in common up to a segment: the path that ends there with its shape, and what follows by segment. */
interface Branch {
  path?: string;
  shape?: string;
  readonly below: Map<string, Branch>;
}

/** What a segment that is a parameter is called in the tree. */
const variable = '{}';
/** In how many branches at once a path is looked for. */
const maxBranches = 8;

function plant(root: Branch, path: string, shape: string): void {
  let branch = root;
  for (const segment of shape.split('/')) {
    let next = branch.below.get(segment);
    if (next === undefined) branch.below.set(segment, (next = { below: new Map() }));
    branch = next;
  }
  branch.path ??= path;
  branch.shape = shape;
}

/** Another path of the tree that has a parameter where one of this shape has a text, and is the same elsewhere. */
function swallowing(root: Branch | undefined, shape: string): string | undefined {
  let branches: readonly Branch[] = root ? [root] : [];
  for (const segment of shape.split('/')) {
    const next: Branch[] = [];
    branches.forEach(({ below }) => {
      const other = segment === variable ? undefined : below.get(variable);
      const same = below.get(segment);
      if (other && next.length < maxBranches) next.push(other);
      if (same && next.length < maxBranches) next.push(same);
    });
    branches = next;
  }
  return branches.find((branch) => branch.path !== undefined && branch.shape !== shape)?.path;
}
