import { Failure, shown } from '../failure.js';
import { MAX_EXPRESSION_DEPTH } from '../limits.js';
import { axes, operators, type Axis, type Operator, type PathStep, type XPath } from './xpath-syntax.js';

/** The longest path that is read, in UTF-16 code units. */
const MAX_PATH_LENGTH = 10_000;

const token =
  /\s*(?:("[^"]*"|'[^']*')|(\d+(?:\.\d*)?|\.\d+)|(::|\/\/|\.\.|!=|<=|>=|[()[\]@,/|+\-=<>*.$])|([A-Za-z_\u0080-\uffff][\w.\-\u00b7-\uffff]*(?::(?:\*|[A-Za-z_\u0080-\uffff][\w.\-\u00b7-\uffff]*))?(?!:(?!:))))/y;

/** A token: `'text`, a number, a sign or a name. */
interface Token {
  readonly type: 'text' | 'number' | 'sign' | 'name' | 'end';
  readonly value: string;
}

interface Reading {
  readonly path: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** Reads an expression of XPath 1.0. Throws a failure where it is none. */
export function parseXPath(path: string): XPath {
  const reading: Reading = { path, tokens: tokensOf(path), at: 0, depth: 0 };
  const read = operation(reading, 0);
  if (peek(reading).type !== 'end') throw invalid(path);
  return read;
}

function invalid(path: string): Failure {
  return new Failure(
    `The template language function 'xpath' parameters are invalid: '${shown(path)}' has an invalid token.`,
  );
}

function tokensOf(path: string): Token[] {
  if (path.length > MAX_PATH_LENGTH)
    throw new Failure(`A path has ${path.length} characters, at most ${MAX_PATH_LENGTH} are read.`, 'LimitExceeded');
  const tokens: Token[] = [];
  const text = path.trimEnd();
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) throw invalid(path);
    const [, quoted, number, sign, name = ''] = found;
    if (quoted !== undefined) tokens.push({ type: 'text', value: quoted.slice(1, -1) });
    else if (number !== undefined) tokens.push({ type: 'number', value: number });
    else tokens.push(sign === undefined ? { type: 'name', value: name } : { type: 'sign', value: sign });
  }
  return tokens;
}

const end: Token = { type: 'end', value: '' };

function peek({ tokens, at }: Reading, ahead = 0): Token {
  return tokens[at + ahead] ?? end;
}

/** Goes on behind the sign or name where it stands here. */
function accept(reading: Reading, value: string): boolean {
  const next = peek(reading);
  if ((next.type !== 'sign' && next.type !== 'name') || next.value !== value) return false;
  reading.at += 1;
  return true;
}

function expect(reading: Reading, value: string): void {
  if (!accept(reading, value)) throw invalid(reading.path);
}

function operation(reading: Reading, level: number): XPath {
  const own: readonly Operator[] | undefined = operators[level];
  if (own === undefined) return path(reading);
  // A minus binds more than every operator but the union.
  if (level === operators.length - 1 && accept(reading, '-'))
    return { kind: 'minus', of: deeper(reading, () => operation(reading, level)) };
  let left = operation(reading, level + 1);
  for (
    let operator = own.find((one) => accept(reading, one));
    operator;
    operator = own.find((one) => accept(reading, one))
  ) {
    left = { kind: 'operation', operator, left, right: operation(reading, level + 1) };
  }
  return left;
}

function deeper<Read>(reading: Reading, read: () => Read): Read {
  reading.depth += 1;
  if (reading.depth > MAX_EXPRESSION_DEPTH)
    throw new Failure(`A path is nested deeper than ${MAX_EXPRESSION_DEPTH} levels.`, 'LimitExceeded');
  const found = read();
  reading.depth -= 1;
  return found;
}

const nodeTypes = ['node', 'text', 'comment', 'processing-instruction'];

function path(reading: Reading): XPath {
  const first = peek(reading);
  const isCall = first.type === 'name' && peek(reading, 1).value === '(' && !nodeTypes.includes(first.value);
  if (first.type === 'text' || first.type === 'number' || isCall || first.value === '(') {
    const from = primary(reading);
    const predicates = readPredicates(reading);
    const steps = peek(reading).value === '/' || peek(reading).value === '//' ? moreSteps(reading, []) : [];
    return steps.length === 0 && predicates.length === 0 ? from : { kind: 'path', from, predicates, steps };
  }
  if (first.value === '//') return { kind: 'path', from: 'root', predicates: [], steps: moreSteps(reading, []) };
  if (!accept(reading, '/'))
    return { kind: 'path', from: 'here', predicates: [], steps: moreSteps(reading, [step(reading)]) };
  const next = peek(reading);
  const isStep = next.type === 'name' || ['*', '@', '.', '..'].includes(next.value);
  return { kind: 'path', from: 'root', predicates: [], steps: isStep ? moreSteps(reading, [step(reading)]) : [] };
}

function primary(reading: Reading): XPath {
  const { type, value } = peek(reading);
  reading.at += 1;
  if (type === 'text') return { kind: 'text', value };
  if (type === 'number') return { kind: 'number', value: Number(value) };
  if (value === '(') {
    const inner = deeper(reading, () => operation(reading, 0));
    expect(reading, ')');
    return inner;
  }
  expect(reading, '(');
  const given: XPath[] = [];
  while (!accept(reading, ')')) {
    if (given.length > 0) expect(reading, ',');
    given.push(deeper(reading, () => operation(reading, 0)));
  }
  return { kind: 'call', name: value, arguments: given };
}

const everywhere: PathStep = { axis: 'descendant-or-self', test: 'node()', predicates: [] };

function moreSteps(reading: Reading, steps: PathStep[]): PathStep[] {
  for (;;) {
    if (accept(reading, '//')) steps.push(everywhere);
    else if (!accept(reading, '/')) return steps;
    steps.push(step(reading));
  }
}

function step(reading: Reading): PathStep {
  if (accept(reading, '..')) return { axis: 'parent', test: 'node()', predicates: [] };
  if (accept(reading, '.')) return { axis: 'self', test: 'node()', predicates: [] };
  const axis = axisOf(reading);
  return { axis, test: nodeTest(reading), predicates: readPredicates(reading) };
}

function axisOf(reading: Reading): Axis {
  if (accept(reading, '@')) return 'attribute';
  if (peek(reading, 1).value !== '::') return 'child';
  const named = axes.find((axis) => accept(reading, axis));
  if (named === undefined) throw invalid(reading.path);
  expect(reading, '::');
  return named;
}

function nodeTest(reading: Reading): string {
  const { type, value } = peek(reading);
  if (value !== '*' && type !== 'name') throw invalid(reading.path);
  reading.at += 1;
  if (!nodeTypes.includes(value) || !accept(reading, '(')) return value;
  expect(reading, ')');
  return `${value}()`;
}

function readPredicates(reading: Reading): XPath[] {
  const predicates: XPath[] = [];
  while (accept(reading, '[')) {
    predicates.push(deeper(reading, () => operation(reading, 0)));
    expect(reading, ']');
  }
  return predicates;
}
