import {
  addComment,
  changeTags,
  filter,
  fn,
  onIncident,
  runAfter,
  scope,
  select,
  terminate,
  text,
  when,
  workflow,
  type BuiltWorkflow,
  type Expr,
  type IncidentBody,
  type Steps,
  type WorkflowParameter,
} from '../src/playbooks.js';

/** What a playbook does with an incident. */
export interface OnIncident {
  readonly body: Expr<IncidentBody>;
  /** Its resource id. */
  readonly id: Expr<string>;
}

/** A playbook that does its work once for an incident. */
export interface Once {
  readonly name: string;
  /** Says that it was done. */
  readonly tag: string;
  readonly parameters: readonly WorkflowParameter[];
  readonly steps: (incident: OnIncident) => Steps;
}

/**
 * A workflow that does its steps for each incident that has not got the tag yet, puts the tag on before it begins, and where a step fails takes it off
 * again, says on the incident what failed, and ends as failed: nothing is done twice, and no failure is green.
 */
export function once({ name, tag, parameters, steps }: Once): BuiltWorkflow {
  const trigger = onIncident();
  const object = trigger.body.at('object');
  const id = fn.coalesce(object.at('id'), '');
  const tags = select('Tags', fn.coalesce(object.at('properties').at('labels'), []), (label) =>
    fn.coalesce(label.at('labelName'), ''),
  );
  const attempt = scope('Try', steps({ body: trigger.body, id }));
  const failed = filter('Failed actions', fn.result(attempt), (action) => fn.equals(action.at('status'), 'Failed'));
  const first = fn.first(failed.body);
  const report = scope('Report the failure', [
    failed,
    addComment('Say what failed', {
      incident: id,
      message: text`<p>The playbook ${name} failed at ${fn.coalesce(first.at('name'), 'an unknown step')}: ${fn.html(fn.coalesce(first.at('error').at('message'), fn.coalesce(first.at('code'), 'no reason given')))}</p>`,
    }),
    changeTags('Take the tag off', { incident: id, remove: [tag] }),
    terminate('End as failed', {
      status: 'Failed',
      error: { code: 'PlaybookFailed', message: 'A step failed; the incident has a comment that names it.' },
    }),
  ]);
  const work = when('Not done yet', fn.not(fn.contains(tags.body, tag)), {
    steps: [
      changeTags('Put the tag on', { incident: id, add: [tag] }),
      attempt,
      runAfter(attempt, ['Failed', 'TimedOut'], report),
    ],
  });
  return workflow({ name, trigger, parameters, steps: [tags, work] });
}
