import { Fault } from '../core/fault.js';
import { parseResourceId } from '../arm/resource-id.js';
import type { Secret } from '../core/secret.js';
import { shorten } from '../core/shorten.js';
import type { ArmError } from './arm-error.js';
import { explained } from './explanations.js';
import { tidy } from './tidy.js';

/** What a request is about, for people: `customApis "things"`. */
export function subjectOf(path: string): string {
  const [bare = ''] = path.split('?');
  const parsed = parseResourceId(bare);
  if (parsed) return `${parsed.type.slice(parsed.type.indexOf('/') + 1)} ${shorten(parsed.names.at(-1) ?? '')}`;
  const group = /\/resourceGroups\/([^/]+)/i.exec(bare)?.[1];
  return group === undefined ? shorten(bare) : `resource group ${shorten(group)}`;
}

/** Azure said no. */
export function refusal(doing: string, error: ArmError, secrets: readonly Secret[] = []): Fault {
  const { means, help } = explained(error);
  const codes = [String(error.status), error.code, error.extendedCode ?? ''].filter((one) => one !== '').join(' ');
  const words = tidy(error.message, secrets);
  const said = words === '' ? '' : `; Azure says: ${words.replace(/\.$/, '')}`;
  return new Fault('azure-refused', `${doing}: ${means} (${codes})${said}.`, { help });
}

/** Nothing came back that could be used, however often it was asked. */
export function unanswered(doing: string, why: string, secrets: readonly Secret[] = []): Fault {
  const help =
    'See whether the network and the proxy let requests to Azure through, and run the command again: what is done already is not done twice.';
  return new Fault('azure-unreachable', `${doing}: ${tidy(why, secrets)}.`, { help });
}

/** Azure has something in the way of what shall be done. */
export function obstructed(message: string, help: string): Fault {
  return new Fault('azure-refused', message, { help });
}

/** What was asked for makes no sense. */
export function calledWrongly(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}

/** What was named is not in Azure. */
export function absent(message: string, help: string): Fault {
  return new Fault('not-found', message, { help });
}
