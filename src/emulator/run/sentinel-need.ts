import { ofAnyCase } from '../../arm/hole.js';
import { isObject } from '../../core/json.js';
import { guidOf } from '../hex.js';
import type { SentinelCall } from '../../sentinel/workspace.js';
import { COMMENT, INCIDENT, RELATION, TASK, WORKSPACE } from '../sentinel/types.js';

/** What a call of the Sentinel connector needs. */
export interface SentinelNeed {
  /** The right; undefined where it needs none. */
  readonly action: string | undefined;
  /** What it is done to. */
  readonly scope: string;
  /** The incident that it is about, or the workspace whose incidents it may be about. */
  readonly incidents: string;
}

/** The right to each operation that names its incident in the body; what is made gets an id below the incident. */
const rights: readonly (readonly [operation: string, action: string, below?: string])[] = [
  ['POST /incidents', `${INCIDENT}/read`],
  ['PUT /incidents', `${INCIDENT}/write`],
  ['POST /incidents/comment', `${COMMENT}/write`, 'comments'],
  ['POST /incidents/createtask', `${TASK}/write`, 'tasks'],
  ['POST /incidents/completetask', `${TASK}/write`],
  ['POST /incidents/relation/create', `${RELATION}/write`, 'relations'],
  ['POST /incidents/relation/delete', `${RELATION}/delete`],
];

const IN_WORKSPACE = /^\/incidents\/(subscriptions\/[^/]+\/resourceGroups\/[^/]+)\/workspaces\/([^/]+)(\/alerts\/)?/i;
const OLD_COMMENT = /^\/comment\/([^/]+)\/([^/]+)\/([^/]+)\//i;

/** Finds out what a call needs. That the connector asks Azure Resource Manager with the caller's rights is shown by its errors; the rights are those of its operations. */
export function sentinelNeed({ method, path, body, time }: SentinelCall): SentinelNeed {
  const found = rights.find(([operation]) => operation === `${method} ${path.toLowerCase().replace(/\/+$/, '')}`);
  if (found) {
    const [, action, below] = found;
    const task = textIn(body, 'taskArmId');
    const incident = task === undefined ? (textIn(body, 'incidentArmId') ?? '') : task.replace(/\/tasks\/[^/]*$/i, '');
    const id =
      below === undefined ? (task ?? incident) : `${incident}/${below}/${guidOf(`${incident} ${below} ${time}`)}`;
    return { action, scope: id, incidents: incident };
  }
  const [, group = '', workspace = '', alerts] = IN_WORKSPACE.exec(path) ?? [];
  if (group !== '') {
    const scope = `/${group}/providers/${WORKSPACE}/${workspace}`;
    return { action: `${INCIDENT}/${alerts === undefined ? 'write' : 'read'}`, scope, incidents: scope };
  }
  const [, subscription = '', name = '', resourceGroup = ''] = OLD_COMMENT.exec(path) ?? [];
  const scope = `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/${WORKSPACE}/${name}`;
  return { action: subscription === '' ? undefined : `${COMMENT}/write`, scope, incidents: scope };
}

function textIn(body: SentinelCall['body'], name: string): string | undefined {
  const value = isObject(body) ? ofAnyCase(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
