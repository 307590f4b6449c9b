import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isObject, type Json } from '../../src/core/json.js';
import { readJson } from '../../src/core/json-read.js';
import { child, tokens, valueAt } from '../../src/core/pointer.js';
import type { Connector } from '../../src/definition/connector.js';
import { diff } from '../../src/diff/diff.js';
import { playbookHits } from '../../src/diff/playbooks.js';
import type { Document } from '../../src/openapi/types.js';
import { readWorkflows } from '../../src/workflow/read-workflows.js';

const data = '../shared/data';
const corpus = existsSync(data) ? describe : describe.skip;

/** The value with what stands at the end of the way replaced, or taken away. */
function changed(value: Json | undefined, [first, ...rest]: readonly string[], by: Json | undefined): Json {
  if (first === undefined || typeof value !== 'object' || value === null) return by ?? null;
  const below = rest.length === 0 ? by : changed(valueAt(value, child('', first)), rest, by);
  if (Array.isArray(value)) return value.map((item: Json, index) => (String(index) === first ? (below ?? null) : item));
  const others = Object.entries(value).filter(([key]) => key !== first);
  return Object.fromEntries(below === undefined ? others : [...others, [first, below]]);
}

const connector = (definition: Json): Connector => ({
  name: 'stat',
  definition: definition as unknown as Document, // a published definition
  properties: { properties: {} },
  contract: { formatVersion: 1, operations: {} },
});

const post = (module: string, rest = '') => `/paths/~1api~1modules~1${module}/post${rest}`;
const body = (module: string, rest = '') => post(module, `/parameters/0/schema/properties/${rest}`);
const output = (module: string, rest: string) => post(module, `/responses/default/schema/properties/${rest}`);

const all = ['AAD_Risks_Module', 'Base_Module', 'Related_Alerts_Module', 'Risk_Scoring_Module', 'Threat_Intel_Module'];
const ofTotal = ['Condition', 'Update_incident_-_Raise_Severity_and_Tag', 'Update_incident_-_Lower_Severity_and_Tag'];
const ofBase = ['AAD_Risks_Module', 'Related_Alerts_Module', 'Risk_Scoring_Module', 'Threat_Intel_Module'];

corpus('planted changes of the STAT connector', () => {
  const files = existsSync(data)
    ? [`${data}/playbooks/workflows`, `${data}/arm/templates`].flatMap((folder) =>
        readdirSync(folder).map((name) => `${folder}/${name}`),
      )
    : [];
  const workflows = files.map((file) => readWorkflows(readJson(file, readFileSync(file, 'utf8'))));
  const template = existsSync(data)
    ? readJson('stat', readFileSync(`${data}/arm/templates/stat-connector.json`, 'utf8')).value
    : null;
  const swagger = valueAt(template, '/resources/0/properties/swagger') ?? null;

  test.each<[string, string, Json | undefined, readonly string[], readonly string[]]>([
    ['an operation that is called', post('aadrisks'), undefined, ['AAD_Risks_Module'], ['AAD_Risks_Module']],
    ['an operation that is not', post('kql'), undefined, [], []],
    ['an output that is used', output('scoring', 'TotalScore'), undefined, ['Risk_Scoring_Module'], ofTotal],
    ['its type', output('scoring', 'TotalScore/type'), 'string', ['Risk_Scoring_Module'], ofTotal],
    ['an output that is not used', output('scoring', 'DetailedResults'), undefined, [], []],
    [
      'a part of an answer that is used as a whole',
      output('base', 'Accounts'),
      undefined,
      ['Base_Module'],
      ofBase.map((one) => `${one}?`),
    ],
    [
      'an input that is sent',
      body('aadrisks', 'LookbackInDays'),
      undefined,
      ['AAD_Risks_Module'],
      ['AAD_Risks_Module'],
    ],
    ['an input that is not sent', body('aadrisks', 'AddIncidentComments'), undefined, [], []],
    [
      'an input of an item',
      body('scoring', 'ScoringData/items/properties/ScoreLabel'),
      undefined,
      ['Risk_Scoring_Module'],
      Array.from({ length: 3 }, () => 'Risk_Scoring_Module'),
    ],
    [
      'an input that is newly required',
      post('threatintel', '/parameters/0/schema/required'),
      ['BaseModuleBody', 'AddIncidentComments'],
      ['Threat_Intel_Module'],
      ['Threat_Intel_Module'],
    ],
    ['the visibility of an operation', post('base', '/x-ms-visibility'), 'internal', ['Base_Module'], ['Base_Module']],
    ['the host', '/host', 'stat.contoso.com', all, all],
  ])('%s', (_name, pointer, by, calls, places) => {
    if (!isObject(swagger)) throw new Error('no definition');
    const old = connector(swagger);
    const { changes } = diff(old, connector(changed(swagger, tokens(pointer), by)));
    const found = playbookHits(
      changes.filter(({ breaking }) => breaking),
      workflows,
      { old },
    );
    expect(new Set(found.map(({ file }) => file.split('/').at(-1)))).toEqual(
      new Set(calls.length === 0 ? [] : ['STAT_basicsample.json']),
    );
    expect(found.map(({ call }) => call.step.name)).toEqual(calls);
    expect(found.flatMap((one) => one.places.map(({ action, certain }) => `${action}${certain ? '' : '?'}`))).toEqual(
      places,
    );
  });
});
