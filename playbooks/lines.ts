import { fn, type Expr } from '../src/playbooks.js';

/** HTML whose lines stay lines. */
export function lines(html: Expr<string>): Expr<string> {
  return fn.replace(html, '\n', '<br>');
}
