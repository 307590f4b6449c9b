import { own } from '../core/json.js';
import { ownerOf, tagsOf, textAt, type Comment, type Incident, type Task } from './incident.js';
import { readable, type Readable } from './readable.js';
import type { Activity, Workspace } from './workspace.js';

/** An incident as a person sees it after a run. */
export interface ShownIncident {
  readonly id: string;
  readonly title?: string;
  readonly number?: number;
  readonly severity?: string;
  readonly status?: string;
  readonly owner?: string;
  readonly classification?: string;
  readonly tags: readonly string[];
  readonly comments: readonly (Comment & { readonly shown: Readable })[];
  readonly tasks: readonly (Task & { readonly shown: Readable })[];
}

/** What a run left in a workspace. */
export interface ShownWorkspace {
  /** The trigger's; undefined where it had none. */
  readonly incident: ShownIncident | undefined;
  /** Those that the run created. */
  readonly created: readonly ShownIncident[];
  readonly activity: readonly Activity[];
}

/** What a person sees in the workspace. `hadIncident`: the first is that of the trigger. */
export function shownWorkspace({ incidents, activity }: Workspace, hadIncident: boolean): ShownWorkspace {
  const shown = incidents.map(shownIncident);
  return { incident: hadIncident ? shown[0] : undefined, created: hadIncident ? shown.slice(1) : shown, activity };
}

function shownIncident(incident: Incident): ShownIncident {
  const { id, properties, comments, tasks } = incident;
  const owner = ownerOf(incident);
  const number = own(properties, 'incidentNumber');
  const texts = ['title', 'severity', 'status', 'classification'].flatMap((name) => {
    const text = textAt(properties, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return {
    id,
    ...Object.fromEntries(texts),
    ...(typeof number === 'number' && { number }),
    ...(owner !== undefined && { owner }),
    tags: tagsOf(incident),
    comments: comments.map((comment) => ({ ...comment, shown: readable(comment.message) })),
    tasks: tasks.map((task) => ({ ...task, shown: readable(task.description ?? '') })),
  };
}
