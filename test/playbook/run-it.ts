import type { Finding } from '../../src/core/finding.js';
import type { Json, JsonObject } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { writeJson } from '../../src/core/json-write.js';
import type { Connector } from '../../src/definition/connector.js';
import type { Document } from '../../src/openapi/types.js';
import { connectorUse } from '../../src/playbook/check-call.js';
import type { RunExample } from '../../src/playbook/example.js';
import { readMock } from '../../src/playbook/mock.js';
import { readPlaybooks } from '../../src/playbook/read-playbooks.js';
import { readyPlaybook } from '../../src/playbook/ready-playbook.js';
import { runPlaybook, type PlaybookRun } from '../../src/playbook/run-playbook.js';
import type { Setup } from '../../src/playbook/setup.js';

/** A document with a value. */
export function documentOf(value: Json, file = 'file.json') {
  return readJson(file, writeJson(value));
}

/** A connector with this definition. */
export function connectorOf(swagger: JsonObject): Connector {
  const definition = swagger as unknown as Document;
  return {
    name: 'tickets',
    definition,
    properties: { properties: {} },
    contract: { formatVersion: 1, operations: {} },
  };
}

/** Everything that was found, and the run where there was one. */
export interface Ran {
  readonly run: PlaybookRun | undefined;
  readonly findings: readonly Finding[];
}

/** Runs an example of a rule. */
export async function runIt(
  { definition, incident, mock, swagger, parameters = {} }: RunExample & { readonly parameters?: JsonObject },
  setup: Setup = {},
): Promise<Ran> {
  const { playbooks, findings } = readPlaybooks(documentOf({ definition, parameters }, 'workflow.json'));
  const [playbook] = playbooks;
  if (!playbook) return { run: undefined, findings };
  const read = mock && readMock(documentOf(mock, 'mock.json'));
  const { ready, findings: before } = readyPlaybook(playbook, {
    ...(read && { mock: read.mock }),
    ...(swagger && {
      connectors: new Map([['tickets', connectorUse({ connector: connectorOf(swagger), file: 'tickets.json' })]]),
    }),
    ...setup,
  });
  const all = [...findings, ...(read?.findings ?? []), ...before];
  if (!ready) return { run: undefined, findings: all };
  const run = await runPlaybook(ready, { body: incident, now: Date.UTC(2026, 0, 1) });
  return { run, findings: [...all, ...run.findings, ...run.triggerFindings] };
}
