import { own } from '../../core/json.js';
import { numberOf, textAt } from '../arguments.js';
import type { Source } from '../context.js';
import { Failure, shown } from '../failure.js';
import type { Call, ExpressionFunction } from '../function.js';
import { isRecord, type Value } from '../value.js';

/** What a name stands for in the run; `missing` is said of one that stands for nothing. */
function named(call: Call, source: Source, missing: (name: string) => string): Value {
  const name = textAt(call, 0);
  const found = call.scope.find(source, name);
  if (found === undefined) throw new Failure(missing(shown(name)));
  return found;
}

/** What there is one of; an error where there is none here. */
function only({ name, scope }: Call, source: Source): Value {
  const found = scope.find(source, '');
  if (found === undefined) throw new Failure(`The template function '${name}' is not expected at this location.`);
  return found;
}

const action = (call: Call) => named(call, 'action', (name) => `The action '${name}' is not defined in the template.`);

function outputs(call: Call): Value {
  return member(action(call), 'outputs');
}

/** The trigger: there is always one, though it may have no outputs. */
function trigger({ scope }: Call): Value {
  return scope.find('trigger', '') ?? {};
}

function member(record: Value, name: string): Value {
  return isRecord(record) ? (own(record, name) ?? null) : null;
}

/** The body of outputs; of those that have none, as of a Compose, they themselves, but not of an answer without content. */
export function bodyOf(from: Value): Value {
  if (!isRecord(from)) return from;
  const body = own(from, 'body');
  if (body !== undefined) return body;
  return numberOf(own(from, 'statusCode') ?? null) ? null : from;
}

/** Functions that ask the run. */
export const workflowFunctions: readonly ExpressionFunction[] = [
  {
    name: 'action',
    signature: '(): object',
    summary:
      'Gives the record of the action itself: in trackedProperties, in the unsubscription of a webhook and in the condition of an Until.',
    examples: [['action()', undefined, "The template function 'action' is not expected at this location."]],
    evaluate: (call) => only(call, 'currentAction'),
  },
  {
    name: 'actionBody',
    signature: '(actionName: string): any',
    summary: 'Another name of body().',
    examples: [["actionBody('Ask').answer", 'yes']],
    evaluate: (call) => bodyOf(outputs(call)),
  },
  {
    name: 'actionOutputs',
    signature: '(actionName: string): any',
    summary: 'Another name of outputs().',
    examples: [["actionOutputs('Ask').statusCode", 200]],
    evaluate: outputs,
  },
  {
    name: 'actions',
    signature: '(actionName: string): object',
    summary: 'Gives the record of an action: name, status, code, inputs, outputs, error.',
    examples: [["actions('Ask').status", 'Succeeded']],
    evaluate: action,
  },
  {
    name: 'body',
    signature: '(actionName: string): any',
    summary: 'Gives the body of the outputs of an action.',
    examples: [
      ["body('ask')?['answer']", 'yes'],
      ["body('Nobody')", undefined, "The action 'Nobody' is not defined in the template."],
    ],
    evaluate: (call) => bodyOf(outputs(call)),
  },
  {
    name: 'items',
    signature: '(loopName: string): any',
    summary: 'Gives the item that a loop around is at, by the name of the loop.',
    examples: [["items('For_each')", 'Execution']],
    evaluate: (call) =>
      named(call, 'items', (name) => `The repetition action '${name}' is not defined in the template.`),
  },
  {
    name: 'iterationIndexes',
    signature: '(loopName: string): integer',
    summary: 'Gives the index of the iteration that an Until around is at.',
    examples: [["iterationIndexes('Until')", 2]],
    evaluate: (call) =>
      named(call, 'iterationIndex', (name) => `The repetition action '${name}' is not defined in the template.`),
  },
  {
    name: 'listCallbackUrl',
    signature: '(): string',
    summary: 'Gives the address that calls the workflow back, in a webhook.',
    examples: [['listCallbackUrl()', 'https://contoso.com/callback']],
    evaluate: (call) => only(call, 'callbackUrl'),
  },
  {
    name: 'outputs',
    signature: '(actionName: string): any',
    summary: 'Gives the outputs of an action.',
    examples: [["outputs('Ask')['statusCode']", 200]],
    evaluate: outputs,
  },
  {
    name: 'parameters',
    signature: '(parameterName: string): any',
    summary: 'Gives the value of a parameter of the workflow.',
    examples: [
      ["parameters('site')", 'contoso'],
      ["parameters('none')", undefined, "The workflow parameter 'none' is not found."],
    ],
    evaluate: (call) => named(call, 'parameter', (name) => `The workflow parameter '${name}' is not found.`),
  },
  {
    name: 'result',
    signature: '(scopedActionName: string): array',
    summary: 'Gives the records of the actions in a Scope, For each or Until, not of those deeper in it.',
    examples: [["first(result('Scope'))?['name']", 'Ask']],
    evaluate: (call) => named(call, 'result', (name) => `The scoped action '${name}' is not defined in the template.`),
  },
  {
    name: 'trigger',
    signature: '(): object',
    summary: 'Gives the record of the trigger: name, inputs, outputs.',
    examples: [['trigger().outputs.body.title', 'Phishing']],
    evaluate: trigger,
  },
  {
    name: 'triggerBody',
    signature: '(): any',
    summary: 'Gives the body of the outputs of the trigger.',
    examples: [
      ["triggerBody()?['title']", 'Phishing'],
      ["triggerBody()?['none']?['x']", null],
      [
        "triggerBody()?['none']['x']",
        undefined,
        "The template language expression 'triggerBody()?['none']['x']' cannot be evaluated because property 'x' cannot be selected. Please see https://aka.ms/logicexpressions for usage details.",
      ],
    ],
    evaluate: (call) => bodyOf(member(trigger(call), 'outputs')),
  },
  {
    name: 'triggerOutputs',
    signature: '(): any',
    summary: 'Gives the outputs of the trigger.',
    examples: [["triggerOutputs()['headers']['Content-Type']", 'application/json']],
    evaluate: (call) => member(trigger(call), 'outputs'),
  },
  {
    name: 'variables',
    signature: '(variableName: string): any',
    summary: 'Gives the value of a variable.',
    examples: [
      ["variables('COUNT')", 5],
      ["variables('none')", undefined, "The variable 'none' must be initialized before it can be used."],
    ],
    evaluate: (call) =>
      named(call, 'variable', (name) => `The variable '${name}' must be initialized before it can be used.`),
  },
  {
    name: 'workflow',
    signature: '(): object',
    summary: 'Gives what is known of the workflow and its run: name, type, id, location, tags, run.',
    examples: [['workflow().name', 'triage']],
    evaluate: (call) => only(call, 'workflow'),
  },
];
