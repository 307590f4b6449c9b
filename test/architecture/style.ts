import { isRecord, type Node, type Source } from './source.js';

const mostFileLines = 250;
const mostFunctionLines = 60;
const mostParameters = 3;
/** Files that people read as code; in tests a `describe` is one long function. */
const isCode = (file: string) => /^(src|connector|scripts)\/.*\.ts$/.test(file);
const isPure = (file: string) => /^(src\/(?!cli\/|bin\.ts)|connector\/).*\.ts$/.test(file);

/** `check` over every node of the files that `of` picks; what it says is put behind the place. */
function eachNode(
  sources: readonly Source[],
  of: (file: string) => boolean,
  check: (node: Node) => string | false,
): string[] {
  return sources.flatMap(({ file, nodes }) =>
    of(file)
      ? nodes.flatMap((node) => {
          const said = check(node);
          return said === false ? [] : [`${file}:${node.line} ${said}`];
        })
      : [],
  );
}

export function longFiles(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text }) => {
    const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    return isCode(file) && lines > mostFileLines ? [`${file} has ${lines} lines.`] : [];
  });
}

export function longFunctions(sources: readonly Source[]): string[] {
  return eachNode(sources, isCode, ({ fields, line, lastLine }) => {
    const lines = lastLine - line + 1;
    return parametersOf(fields) !== undefined && lines > mostFunctionLines && `has a function of ${lines} lines.`;
  });
}

export function manyParameters(sources: readonly Source[]): string[] {
  return eachNode(sources, isCode, ({ fields }) => {
    const count = parametersOf(fields)?.length ?? 0;
    return count > mostParameters && `has a function of ${count} parameters.`;
  });
}

/** The parameters of a function that has a body, in any of its forms; undefined for another node. */
function parametersOf(fields: Node['fields']): readonly unknown[] | undefined {
  const { params, body } = isRecord(fields['function']) ? fields['function'] : fields;
  return Array.isArray(params) && isRecord(body) ? params : undefined;
}

/** What reaches outside by its mere name. */
const outsideNames = [
  'process',
  'console',
  'globalThis',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
];
/** Members that read the clock or the dice. */
const outsideMembers = ['Date.now', 'Math.random'];

/** Below the edge nothing reaches outside: no process, no console, no network, no clock, no dice. */
export function sideEffects(sources: readonly Source[]): string[] {
  return eachNode(sources, isPure, ({ type, fields, place }) => {
    if (type === 'Identifier' && !isPropertyName(place))
      return outsideNames.includes(String(fields['value'])) && `names ${fields['value']}.`;
    if (type === 'MemberExpression') {
      const member = `${nameOf(fields['object'])}.${nameOf(fields['property'])}`;
      return outsideMembers.includes(member) && `uses ${member}.`;
    }
    const asksTime = type === 'NewExpression' && nameOf(fields['callee']) === 'Date' && isEmpty(fields['arguments']);
    return asksTime && 'uses new Date().';
  });
}

const isPropertyName = (place: string) =>
  place === 'MemberExpression.property' || place.endsWith('.key') || place.startsWith('Ts');
const nameOf = (node: unknown) => (isRecord(node) && node['type'] === 'Identifier' ? String(node['value']) : '');
const isEmpty = (list: unknown) => !Array.isArray(list) || list.length === 0;

export function defaultExports(sources: readonly Source[]): string[] {
  return eachNode(
    sources,
    () => true,
    ({ type, place, fields }) => {
      const named = place === 'ExportSpecifier.exported' && fields['value'] === 'default';
      return (named || /^(ExportDefault|TsExportAssignment)/.test(type)) && 'has a default export.';
    },
  );
}

/** Only the public API hands on what others export. */
export function reExports(sources: readonly Source[]): string[] {
  const elsewhere = (file: string) => !['src/index.ts', 'src/playbooks.ts'].includes(file);
  const files = sources.flatMap(({ file }) =>
    elsewhere(file) && file.endsWith('/index.ts') ? [`${file} is an index file.`] : [],
  );
  const handsOn = ({ type, fields }: Node) =>
    type === 'ExportAllDeclaration' || (type === 'ExportNamedDeclaration' && isRecord(fields['source']));
  return [...files, ...eachNode(sources, elsewhere, (node) => handsOn(node) && 'exports from another file.')];
}

export function anys(sources: readonly Source[]): string[] {
  return eachNode(
    sources,
    () => true,
    ({ type, fields }) => type === 'TsKeywordType' && fields['kind'] === 'any' && 'says any.',
  );
}

/** Words of the domain of one connector, and what else holds one: the documented extension keys, two time zones. */
const domainWords = /chat|openai|prompt/gi;
const otherWords = /x-ms-openai-[a-z-]+|\b(?:Chatham|Kamchatka)\b/g;

/** `src/` knows nothing of any one connector: not in code, not in strings, not in comments, not in file names. */
export function domainLeaks(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text }) => {
    if (!file.startsWith('src/')) return [];
    const lines = [file, ...text.split('\n')];
    return lines.flatMap((line, at) =>
      [...line.replaceAll(otherWords, '').matchAll(domainWords)].map(([word]) => `${file}:${at} says ${word}.`),
    );
  });
}
