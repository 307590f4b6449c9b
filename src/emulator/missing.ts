import { parseResourceId } from '../arm/resource-id.js';
import { refused, type Reply } from './reply.js';
import { refusals } from './refusals.js';

const HELP = 'For more details please go to https://aka.ms/ARMResourceNotFoundFix';

/** A resource that is not there, in the words of Azure Resource Manager. */
export function noResource(id: string): Reply {
  const parsed = parseResourceId(id);
  const group = /^\/subscriptions\/[^/]*\/resourcegroups\/([^/]*)/i.exec(id)?.[1];
  const named = parsed ? `${parsed.type}/${parsed.names.join('/')}` : id;
  const where = group === undefined ? '' : ` under resource group '${group}'`;
  return refused(refusals.noResource, `The Resource '${named}'${where} was not found. ${HELP}`);
}

/** A resource group that is not there. */
export function noGroup(name: string): Reply {
  return refused(refusals.noGroup, `Resource group '${name}' could not be found.`);
}
