import { isRecord, type Node, type Source } from './source.js';

/** What `src/` and `connector/` export without a doc comment. Declarations of one name (overloads, a value and its type) need one together. */
export function undocumented(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, text, nodes }) => {
    if (!/^(src|connector)\/.*\.ts$/.test(file)) return [];
    const bytes = Buffer.from(text);
    const listed = nodes.filter(({ type }) => type === 'ExportSpecifier').map(({ fields }) => valueOf(fields['orig']));
    const exported = nodes.flatMap((node) => {
      const named = node.place === 'Module.body' ? declaredNames(node) : [];
      const names = named.filter((name) => node.type === 'ExportDeclaration' || listed.includes(name));
      const isDocumented = names.length > 0 && endsInDocComment(bytes.subarray(0, node.start).toString());
      return names.map((name) => ({ name, line: node.line, isDocumented }));
    });
    const documented = new Set(exported.filter(({ isDocumented }) => isDocumented).map(({ name }) => name));
    const first = new Map(exported.toReversed().map(({ name, line }) => [name, line]));
    return [...first]
      .toReversed()
      .flatMap(([name, line]) =>
        documented.has(name) ? [] : [`${file}:${line} exports ${name} without a doc comment.`],
      );
  });
}

/** The names that a statement declares, itself or behind `export`. */
function declaredNames({ fields }: Pick<Node, 'fields'>): string[] {
  const { declaration, declarations, identifier, id } = fields;
  if (isRecord(declaration)) return declaredNames({ fields: declaration });
  if (Array.isArray(declarations))
    return declarations.flatMap((of: unknown) => (isRecord(of) ? variable(of['id']) : []));
  const name = valueOf(identifier ?? id);
  return name === '' ? [] : [name];
}

/** A variable's name; none for a rule, which explains itself in its own fields. */
function variable(id: unknown): string[] {
  return isRecord(id) && /"value":"(?:[A-Z][a-z]+)?Rule"/.test(JSON.stringify(id['typeAnnotation'] ?? null))
    ? []
    : [valueOf(id)];
}

/** The text of an identifier; the empty text for a pattern. */
function valueOf(node: unknown): string {
  return isRecord(node) && typeof node['value'] === 'string' ? node['value'] : '';
}

/** Whether a comment that begins a line with two stars, and ends only there, ends the text. */
function endsInDocComment(before: string): boolean {
  return /(?:^|\n)[ \t]*\/\*\*(?:(?!\*\/)[^])*\*\/\s*$/.test(before);
}
