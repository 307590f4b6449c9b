import { shorten } from '../core/shorten.js';
import type { TokenType } from './scan.js';

/** Why a text is no expression. */
export interface SyntaxProblem {
  /** One sentence, in the service's words where those are known. A position in it counts from 0 at the beginning of the expression. */
  readonly message: string;
  /** Where in the string that was read, in UTF-16 code units. */
  readonly offset: number;
}

/** How much of an expression a message shows, in UTF-16 code units. */
const MAX_SHOWN = 100;

/** As the service words it: seen in github:Azure/LogicAppsUX issues 1932 and 2443. */
export function wrongToken(expression: string, expected: TokenType, actual: TokenType): string {
  return `Unable to parse template language expression '${shown(expression)}': expected token '${expected}' and actual '${actual}'.`;
}

/** As the service words it: seen in github:Azure/LogicAppsUX issues 2377 and 6070. */
export function notExpected(expression: string, character: string, position: number): string {
  return notValid(expression, `the string character '${plain(character)}' at position '${position}' is not expected`);
}

/** As the service begins; its words for the reason are not known. */
export function notValid(expression: string, why: string): string {
  return `The template language expression '${shown(expression)}' is not valid: ${why}.`;
}

function shown(expression: string): string {
  return plain(expression, MAX_SHOWN);
}

/** The text without what would not print, cut. */
function plain(text: string, max = 10): string {
  return shorten(text, max + 2)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\\\\', '\\');
}
