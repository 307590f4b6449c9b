import { posix } from 'node:path';
import { isRecord, type Node, type Source } from './source.js';

/** One mention of another module, in any of the language's forms. */
export interface Import {
  readonly line: number;
  /** As written; undefined where it is computed. */
  readonly name: string | undefined;
  /** From the project root, for a relative one. */
  readonly target: string | undefined;
}

/** `import`, `import type`, `export … from`, `import()`, `import('…').T`, `import x = require()`, `require()`. */
export function importsOf({ file, nodes }: Source): Import[] {
  return nodes.flatMap((node) => {
    const from = importedBy(node);
    if (from === undefined) return [];
    const name = isRecord(from) && from['type'] === 'StringLiteral' ? String(from['value']) : undefined;
    const target = name?.startsWith('.') ? posix.join(posix.dirname(file), name).replace(/\.js$/, '.ts') : undefined;
    return [{ line: node.line, name, target }];
  });
}

/** The parser's node for the module's name, or undefined where `node` imports nothing. */
function importedBy({ type, fields }: Node): unknown {
  switch (type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      return fields['source'] ?? undefined;
    case 'TsImportType':
      return fields['argument'];
    case 'TsExternalModuleReference':
      return fields['expression'];
    case 'CallExpression':
      return isLoader(fields['callee']) ? (firstArgument(fields['arguments']) ?? null) : undefined;
    default:
      return undefined;
  }
}

function isLoader(callee: unknown): boolean {
  if (!isRecord(callee)) return false;
  return callee['type'] === 'Import' || (callee['type'] === 'Identifier' && callee['value'] === 'require');
}

function firstArgument(list: unknown): unknown {
  const [first]: unknown[] = Array.isArray(list) ? list : [];
  return isRecord(first) ? first['expression'] : undefined;
}
