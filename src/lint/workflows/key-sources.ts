import { callsIn, expressionsIn, nameIn, type WorkflowText } from '../../workflow/refused/texts.js';

/** The names that a function is called with in a text: which variables or parameters it reads. */
export function namesIn(text: WorkflowText | undefined, of: 'variables' | 'parameters'): readonly string[] {
  if (text === undefined) return [];
  const calls = expressionsIn(text).flatMap(callsIn);
  return calls.flatMap((call) => (call.name.toLowerCase() === of ? (nameIn(call) ?? []) : []));
}
