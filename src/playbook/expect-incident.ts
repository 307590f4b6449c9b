import { isArray, own, type Json } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { plural } from '../report/counts.js';
import type { ShownIncident } from '../sentinel/shown.js';
import { membersOf, same, sameText, type Check, type Expecting } from './expect-report.js';

const nothing: Pick<ShownIncident, 'tags' | 'comments' | 'tasks'> = { tags: [], comments: [], tasks: [] };

function incidentOf({ run }: Expecting): ShownIncident | typeof nothing {
  return run.workspace.incident ?? nothing;
}

/** How many comments the run wrote, or what is in each, in order. */
export const expectComments: Check = (wanted, here) => {
  const written = incidentOf(here).comments.filter(({ by }) => by !== undefined);
  if (!isCounted(written.length, wanted, { what: 'comment', here })) return;
  wanted.forEach((one, index) => {
    const comment = written[index];
    const texts = comment ? [comment.message, comment.shown.text] : [];
    if (comment) sameText(here.at(index), `Comment ${index + 1}`, { texts, wanted: one });
  });
};

/** How many tasks the run added, or each by its title or as `{ "title", "contains", "completed" }`, in order. */
export const expectTasks: Check = (wanted, here) => {
  const { tasks } = incidentOf(here);
  if (!isCounted(tasks.length, wanted, { what: 'task', here })) return;
  wanted.forEach((one, index) => {
    const task = tasks[index];
    const at = here.at(index);
    const title = `title of task ${index + 1}`;
    if (!task) return;
    if (typeof one === 'string') return same(at, title, { found: task.title, wanted: one });
    const members = membersOf(one, ['title', 'contains', 'completed'], at);
    if (!members) return;
    same(at.at('title'), title, { found: task.title, wanted: own(members, 'title') });
    same(at.at('completed'), `completion of task ${index + 1}`, {
      found: task.isCompleted,
      wanted: own(members, 'completed'),
    });
    const contains = own(members, 'contains');
    const texts = [task.description ?? '', task.shown.text];
    if (contains !== undefined) sameText(at.at('contains'), `Task ${index + 1}`, { texts, wanted: contains });
  });
};

/** Whether what is expected is a list of as many as there are; all else is told. */
function isCounted(
  count: number,
  wanted: Json,
  { what, here }: { readonly what: string; readonly here: Expecting },
): wanted is readonly Json[] {
  if (typeof wanted !== 'number' && !isArray(wanted)) {
    here.malformed(`Found ${shorten(wanted)}, expected a number of ${what}s or a list of them.`);
    return false;
  }
  const expected = typeof wanted === 'number' ? wanted : wanted.length;
  if (count !== expected) here.unmet(`The run wrote ${plural(count, what)}, expected ${expected}.`);
  return typeof wanted !== 'number';
}

/** All tags that the incident has then, in any order. */
export const expectTags: Check = (wanted, here) => {
  if (!isArray(wanted)) return here.malformed(`Found ${shorten(wanted)}, expected a list of tags.`);
  const { tags } = incidentOf(here);
  const missing = wanted.filter((tag) => typeof tag !== 'string' || !tags.includes(tag));
  const other = tags.filter((tag) => !wanted.includes(tag));
  if (missing.length > 0) here.unmet(`The incident has not the tags ${shorten(missing)}; it has ${shorten(tags)}.`);
  if (other.length > 0) here.unmet(`The incident has the tags ${shorten(other)}, which are not expected.`);
};

/** A text of the incident then. */
export function expectField(name: 'severity' | 'status' | 'owner' | 'classification'): Check {
  return (wanted, here) => {
    const { incident } = here.run.workspace;
    same(here, `incident's ${name}`, { found: incident?.[name] ?? null, wanted });
  };
}
