import type { Place } from '../core/finding.js';

/** What paths are relative to: the root of the repository, under the name that GitHub and other readers know. */
export const sourceRoot = '%SRCROOT%';

/**
 * A place as SARIF has it (`location`, section 3.28): file and line for a reader of the file, the JSON Pointer for a program.
 * A place without a line is given as the first line: GitHub refuses a whole log where one result has no file and line.
 */
export function sarifLocation({ file, pointer, line = 1, column }: Place, fallback: string) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file ?? fallback), uriBaseId: sourceRoot },
      region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
    },
    ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}

/** The path as a relative reference of RFC 3986. A lone surrogate, which cannot be encoded, becomes U+FFFD. */
function uriOf(path: string): string {
  return path
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
