import type { Json } from '../../src/core/json.js';
import type { TriggerKind } from '../../src/sentinel/incident.js';
import { readTrigger } from '../../src/sentinel/read-trigger.js';
import { sentinelRules } from '../../src/sentinel/rules.js';
import { INCIDENT, triggerBody } from './incident.js';

const codesOf = (body: Json | undefined, kind: TriggerKind = 'incident') =>
  readTrigger(kind, body).findings.map(({ code, pointer }) => `${code} ${pointer}`);

describe.each(Object.values(sentinelRules))('$code', ({ code, examples }) => {
  test.each<[Json]>(examples.bad.map((body) => [body]))('is given for %j', (body) => {
    const found = readTrigger('incident', body).findings.map((one) => one.code);
    expect(new Set(found)).toEqual(new Set([code]));
  });
  test.each<[Json]>(examples.good.map((body) => [body]))('is not given for %j', (body) => {
    expect(readTrigger('incident', body).findings).toEqual([]);
  });
});

test.each<[TriggerKind, Json | undefined, string | undefined, string[]]>([
  ['incident', triggerBody({ comments: [{ properties: { message: 'old' } }] }), INCIDENT, []],
  ['incident', undefined, undefined, ['incident-absent ']],
  ['incident', 'text', undefined, ['incident-absent ']],
  ['incident', { object: null }, undefined, ['incident-absent /object']],
  [
    'incident',
    { object: { id: 7, properties: { title: 1 } } },
    undefined,
    ['incident-absent /object/id', 'incident-shape /object/properties/title'],
  ],
  [
    'incident',
    triggerBody({ comments: [null, 1], labels: null }),
    INCIDENT,
    ['incident-shape /object/properties/comments'],
  ],
  ['entity', { IncidentArmID: INCIDENT, Entity: {} }, INCIDENT, []],
  ['entity', { IncidentArmID: null }, undefined, ['incident-absent /IncidentArmID']],
  ['entity', [], undefined, ['incident-absent ']],
  [
    'alert',
    [
      {
        SystemAlertId: 'a1',
        AlertDisplayName: 'A',
        WorkspaceSubscriptionId: 's',
        WorkspaceResourceGroup: 'g',
        WorkspaceId: 'w',
      },
    ],
    expect.stringMatching(/^\/subscriptions\/s\/resourceGroups\/g\/.*\/workspaces\/w\/.*\/Incidents\/[0-9a-f-]{36}$/),
    [],
  ],
  ['alert', [], undefined, ['incident-absent ']],
  ['alert', { SystemAlertId: 1 }, undefined, ['incident-absent ']],
])('%s: %j', (kind, body, id, found) => {
  expect([readTrigger(kind, body).incident?.id, codesOf(body, kind)]).toEqual([id, found]);
});
