import type { Expression } from '../../expression/syntax.js';
import { callsIn, type WorkflowText } from '../../workflow/refused/texts.js';

/** The beginning of an element; a comparison such as `a < b` is none. */
const TAG = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,200})?\/?>/i;

/** The expressions that a text puts between its HTML: those of an interpolation, or the arguments of a concat(). None where it is no HTML. */
export function expressionsInHtml({ parts, whole }: WorkflowText): readonly Expression[] {
  if (!whole) return parts.some(isHtml) ? parts.filter((part) => typeof part !== 'string') : [];
  return parts.flatMap((part) => {
    if (typeof part === 'string' || part.kind !== 'call' || part.name.toLowerCase() !== 'concat') return [];
    const isMarkup = part.arguments.some((one) => one.kind === 'text' && TAG.test(one.value));
    return isMarkup ? part.arguments.filter(({ kind }) => kind === 'call' || kind === 'access') : [];
  });
}

function isHtml(part: string | Expression): boolean {
  return typeof part === 'string' && TAG.test(part);
}

/** Functions whose value has no character that means something in HTML. */
const harmless: ReadonlySet<string> = new Set(
  [
    'encodeuricomponent uricomponent base64 length int float add sub mul div guid utcnow convertfromutc converttoutc converttimezone',
    'formatdatetime adddays addhours addminutes addseconds ticks formatnumber workflow equals greater less empty',
  ].flatMap((names) => names.split(' ')),
);

/** Whether an expression replaces what means something in HTML, or cannot have it. */
export function isEscaped(expression: Expression): boolean {
  const outer = expression.kind === 'access' ? expression.from : expression;
  if (outer.kind === 'call' && harmless.has(outer.name.toLowerCase())) return true;
  return callsIn(expression).some(
    ({ name, arguments: [, from] }) => name.toLowerCase() === 'replace' && from?.kind === 'text' && from.value === '<',
  );
}

/** Ends of names whose values are ids, numbers, times and the like. */
const PLAIN_NAME = /(?:id|guid|number|count|score|time|timeutc|date|status|severity|enabled|url|uri)$/i;

/** Whether the name that is selected says that the value is no text of somebody. */
export function isPlainValue(expression: Expression): boolean {
  const last = expression.kind === 'access' ? expression.steps.at(-1)?.key : undefined;
  return last?.kind === 'text' && PLAIN_NAME.test(last.value);
}

/** How far before an expression the element that it stands in is looked for, in UTF-16 code units. */
const LOOK_BEHIND = 5000;

/** Whether an expression stands in an element that keeps lines and characters as they are. */
export function isPreformatted({ text }: WorkflowText, { start }: Expression): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BEHIND), start).toLowerCase();
  return ['pre', 'code'].some((tag) => before.lastIndexOf(`<${tag}`) > before.lastIndexOf(`</${tag}`));
}
