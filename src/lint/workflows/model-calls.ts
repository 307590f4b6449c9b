import { isArray, isObject, own, type Json } from '../../core/json.js';
import { objectAt } from '../../workflow/find.js';
import type { WorkflowStep } from '../../workflow/steps.js';

/** What limits the length of an answer, in the bodies of the services that there are. */
const limitKeys = ['max_tokens', 'max_completion_tokens', 'max_output_tokens'];

/** The actions that ask a language model: known by what they send, a list of messages with a role each, or a limit in tokens. */
export function modelCallsOf(steps: readonly WorkflowStep[]): ReadonlySet<WorkflowStep> {
  return new Set(steps.filter((step) => step.kind === 'action' && isAsking(bodyOf(step))));
}

/** What a call sends. */
export function bodyOf({ value }: WorkflowStep): Json | undefined {
  return own(objectAt(value, 'inputs'), 'body');
}

/** Whether a body says how long the answer may be. */
export function hasTokenLimit(body: Json | undefined): boolean {
  return isObject(body) && limitKeys.some((key) => own(body, key) !== undefined);
}

/** The messages of a body, where they are written out. */
export function messagesIn(body: Json | undefined): readonly Json[] {
  const messages = isObject(body) ? own(body, 'messages') : undefined;
  return isArray(messages) ? messages : [];
}

function isAsking(body: Json | undefined): boolean {
  const isMessage = (one: Json) => isObject(one) && own(one, 'role') !== undefined && own(one, 'content') !== undefined;
  const messages = messagesIn(body);
  return (messages.length > 0 && messages.every(isMessage)) || hasTokenLimit(body);
}
