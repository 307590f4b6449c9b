import { dirname, resolve, sep } from 'node:path';
import type {
  ArrayBindingPattern,
  BindingName,
  Expression,
  Node,
  SourceFile,
  Statement,
} from 'typescript/unstable/ast';
import {
  isArrayBindingPattern,
  isArrowFunction,
  isBindingElement,
  isBlock,
  isForOfStatement,
  isIdentifier,
  isVariableDeclaration,
  isVariableDeclarationList,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Type, type TypeReference } from 'typescript/unstable/sync';

/** What stands in a source from `start` to `end`, and what takes its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A place where an array is gone through by an iterator, where `from` says that it is one, and the edits that go through it by index. */
interface Place {
  readonly from: Node;
  /** Is given the type of `from`. */
  edits(type: Type): readonly Edit[];
}

/**
 * Sources as they are built, by their absolute path: where types say that `list` is an array, `for (const one of list)` becomes a loop by index,
 * and `const [first, second] = list` reads by index. Sources in which there is neither are left out.
 *
 * Both do the same, also where the list grows in the loop. But an iterator makes an object a step until V8 optimizes the function that it is in,
 * and a run of one or two seconds is over before most functions are. In `lint` of 161 definitions that was an eighth of all memory, and is 1 in 40 of all
 * instructions. It is done here, so that sources need not be written so.
 *
 * @param tsconfig The project that the sources belong to: their types come from there.
 * @param folders Where the sources stand.
 */
export function withPlainLoops(tsconfig: string, folders: readonly string[]): ReadonlyMap<string, string> {
  const api = new API({ cwd: dirname(resolve(tsconfig)) });
  try {
    const [project] = api.updateSnapshot({ openProject: resolve(tsconfig) }).getProjects();
    if (project === undefined) throw new Error(`${tsconfig} is no project.`);
    const { checker, program } = project;
    const own = folders.map((folder) => resolve(folder) + sep);
    const changed = new Map<string, string>();
    for (const name of program.getSourceFileNames().map((each) => resolve(each))) {
      const file = own.some((folder) => name.startsWith(folder)) ? program.getSourceFile(name) : undefined;
      const edits = file ? editsIn(file, checker) : [];
      if (file && edits.length > 0) changed.set(name, edited(file.text, edits));
    }
    return changed;
  } finally {
    api.close();
  }
}

function editsIn(file: SourceFile, checker: Checker): readonly Edit[] {
  const isArray = (type: Type | undefined) =>
    type !== undefined && (checker.isArrayType(type) || checker.isTupleType(type));
  const hasArrays = (type: Type) => checker.getTypeArguments(type as TypeReference).every(isArray);
  const places: Place[] = [];
  const visit = (node: Node): void => {
    const place = placeAt(node, { file, at: places.length, hasArrays });
    if (place) places.push(place);
    node.forEachChild(visit);
  };
  visit(file);
  const types = checker.getTypeAtLocation(places.map(({ from }) => from));
  return places.flatMap(({ edits }, at) => {
    const type = types[at];
    return type && isArray(type) ? edits(type) : [];
  });
}

interface Where {
  readonly file: SourceFile;
  /** Makes the names of its variables its own. */
  readonly at: number;
  /** Whether all elements of an array are arrays. */
  hasArrays(type: Type): boolean;
}

function placeAt(node: Node, where: Where): Place | undefined {
  if (isForOfStatement(node) && node.awaitModifier === undefined && isVariableDeclarationList(node.initializer)) {
    const { initializer, expression, statement } = node;
    const [declared] = initializer.declarations;
    if (declared === undefined) return undefined;
    const keyword = initializer.getText(where.file).startsWith('let') ? 'let' : 'const';
    return {
      from: expression,
      edits: (type) => loop({ node, keyword, name: declared.name, expression, statement, type }, where),
    };
  }
  if (isVariableDeclaration(node) && node.initializer && isSimple(node.name)) {
    const { name, initializer } = node;
    return { from: initializer, edits: () => declaration(name, initializer, where) };
  }
  if (isArrowFunction(node)) {
    const [name, ...others] = node.parameters.map((one) => one.name).filter((one) => !isIdentifier(one));
    const isPlain = node.parameters.every((one) => one.initializer === undefined && one.dotDotDotToken === undefined);
    const { body } = node;
    if (isPlain && name && others.length === 0 && isSimple(name))
      return { from: name, edits: () => parameter(name, body, where) };
  }
  return undefined;
}

interface Loop {
  readonly node: Node;
  readonly keyword: 'let' | 'const';
  readonly name: BindingName;
  readonly expression: Expression;
  readonly statement: Statement;
  readonly type: Type;
}

/** What follows `of` stays as it is, and so does the body. */
function loop(
  { node, keyword, name, expression, statement, type }: Loop,
  { file, at, hasArrays }: Where,
): readonly Edit[] {
  const [list, index] = [`list$${at}`, `index$${at}`];
  const start = statement.getStart(file);
  const one = `${list}[${index}]`;
  const declared =
    isSimple(name) && hasArrays(type)
      ? [`${list}$ = ${one}`, ...elements(name, `${list}$`, file)].join(', ')
      : `${name.getText(file)} = ${one}`;
  const step = `; ${index} < ${list}.length; ${index} += 1) { ${keyword} ${declared};`;
  return [
    { start: node.getStart(file), end: expression.getStart(file), text: `for (let ${index} = 0, ${list} = (` },
    { start: expression.end, end: isBlock(statement) ? start + 1 : start, text: `)${step} ` },
    ...(isBlock(statement) ? [] : [{ start: statement.end, end: statement.end, text: ' }' }]),
  ];
}

/** A pattern that names elements of an array, and does nothing else. */
function isSimple(name: BindingName): name is ArrayBindingPattern {
  return (
    isArrayBindingPattern(name) &&
    name.elements.every(
      (one) => !isBindingElement(one) || (one.dotDotDotToken === undefined && one.initializer === undefined),
    )
  );
}

/** What declares the elements that a pattern names. */
function elements({ elements: all }: ArrayBindingPattern, list: string, file: SourceFile): readonly string[] {
  return all.flatMap((one, index) =>
    isBindingElement(one) && one.name ? [`${one.name.getText(file)} = ${list}[${index}]`] : [],
  );
}

function declaration(name: ArrayBindingPattern, initializer: Expression, { file, at }: Where): readonly Edit[] {
  const list = `list$${at}`;
  return [
    { start: name.getStart(file), end: initializer.getStart(file), text: `${list} = ` },
    { start: initializer.end, end: initializer.end, text: ['', ...elements(name, list, file)].join(', ') },
  ];
}

function parameter(name: ArrayBindingPattern, body: Node, { file, at }: Where): readonly Edit[] {
  const list = `list$${at}`;
  const declared = `{ const ${elements(name, list, file).join(', ')};`;
  const start = body.getStart(file);
  return [
    { start: name.getStart(file), end: name.end, text: list },
    { start, end: isBlock(body) ? start + 1 : start, text: isBlock(body) ? declared : `${declared} return (` },
    ...(isBlock(body) ? [] : [{ start: body.end, end: body.end, text: '); }' }]),
  ];
}

function edited(text: string, edits: readonly Edit[]): string {
  let changed = '';
  let from = 0;
  for (const { start, end, text: now } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    changed += text.slice(from, start) + now;
    from = end;
  }
  return changed + text.slice(from);
}
