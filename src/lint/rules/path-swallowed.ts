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
    const ways = new Map<string, Way>();
    for (const { path } of operations) if (!ways.has(path)) ways.set(path, wayOf(path));
    if (!hasVariable(ways.values())) return {}; // nothing is a value for it
    const trees = new Map<string, Branch>();
    for (const { method, path } of operations) {
      let branch = trees.get(method);
      if (branch === undefined) trees.set(method, (branch = newBranch()));
      plant(branch, ways.get(path) as Way); // each path has one
    }
    for (const { method, path, pointer } of operations) {
      const other = swallowing(trees.get(method), ways.get(path) as Way);
      if (other === undefined) continue;
      const message = `The path ${shorten(path)} is ${shorten(other)} with a value for its parameter, expected one that differs elsewhere.`;
      report(pointer, message);
    }
    return {};
  },
};

/** A path, its shape, and the segments of that. */
interface Way {
  readonly path: string;
  readonly shape: string;
  readonly segments: readonly string[];
}

function wayOf(path: string): Way {
  const shape = pathShape(path);
  return { path, shape, segments: shape.split('/') };
}

/** What paths have in common up to a segment: the path that ends there with its shape, and what follows by segment. */
interface Branch {
  path: string | undefined;
  shape: string | undefined;
  below: Map<string, Branch> | undefined;
}

function newBranch(): Branch {
  return { path: undefined, shape: undefined, below: undefined };
}

/** What a segment that is a parameter is called in the tree. */
const variable = '{}';
/** In how many branches at once a path is looked for. */
const maxBranches = 8;

function hasVariable(ways: Iterable<Way>): boolean {
  for (const { segments } of ways) if (segments.includes(variable)) return true;
  return false;
}

function plant(root: Branch, { path, shape, segments }: Way): void {
  let branch = root;
  for (const segment of segments) {
    branch.below ??= new Map();
    let next = branch.below.get(segment);
    if (next === undefined) branch.below.set(segment, (next = newBranch()));
    branch = next;
  }
  branch.path ??= path;
  branch.shape = shape;
}

/** Another path of the tree that has a parameter where one of this shape has a text, and is the same elsewhere. */
function swallowing(root: Branch | undefined, { shape, segments }: Way): string | undefined {
  let branches: readonly Branch[] = root ? [root] : [];
  for (const segment of segments) branches = below(branches, segment);
  for (const branch of branches) if (branch.path !== undefined && branch.shape !== shape) return branch.path;
  return undefined;
}

/** The branches below these in which a path with this segment may go on. */
function below(branches: readonly Branch[], segment: string): readonly Branch[] {
  const found: Branch[] = [];
  for (const branch of branches) {
    const other = segment === variable ? undefined : branch.below?.get(variable);
    const same = branch.below?.get(segment);
    if (other && found.length < maxBranches) found.push(other);
    if (same && found.length < maxBranches) found.push(same);
  }
  return found;
}
