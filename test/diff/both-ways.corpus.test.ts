import { diff } from '../../src/diff/diff.js';
import { versionsOf } from '../../src/diff/example.js';
import { impactOf, impacts, type Direction, type Effect } from '../../src/diff/impact.js';
import { diffRules } from '../../src/diff/rules.js';

/** What each kind of edit is when the new version is the old one. Those that are not here are of their own kind then, too. */
const reverse: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['operation-removed', 'operation-added'],
    ['response-removed', 'response-added'],
    ['media-types-narrowed', 'media-types-widened'],
    ['output-removed', 'output-added'],
    ['type-narrowed', 'type-widened'],
    ['format-narrowed', 'format-widened'],
    ['enum-narrowed', 'enum-widened'],
    ['bound-tightened', 'bound-loosened'],
    ['null-allowed', 'null-refused'],
    ['further-values-refused', 'further-values-allowed'],
    ['made-required', 'made-optional'],
    ['read-only-set', 'read-only-dropped'],
    ['empty-value-refused', 'empty-value-allowed'],
    ['operation-hidden', 'operation-shown'],
    ['value-hidden', 'value-shown'],
    ['schemes-narrowed', 'schemes-widened'],
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** Where it depends on more than the kind what the reverse is. */
const others: Readonly<Record<string, readonly string[]>> = {
  'input-removed': ['optional-input-added'],
  'required-input-added': ['input-removed'],
  'optional-input-added': ['input-removed'],
  'parameter-removed': ['optional-parameter-added', 'required-parameter-added'],
  'required-parameter-added': ['parameter-removed'],
  'optional-parameter-added': ['parameter-removed'],
  'required-connection-parameter-added': ['connection-parameter-removed'],
  'optional-connection-parameter-added': ['connection-parameter-removed'],
  'connection-parameter-removed': ['optional-connection-parameter-added'],
  'default-added': ['default-changed'],
  'default-changed': ['default-changed', 'default-added'],
  'required-input-hidden': ['value-shown'],
  'value-shown': ['value-hidden', 'required-input-hidden'],
  'paging-added': ['paging-changed'],
  'media-types-narrowed': ['media-types-widened', 'media-types-narrowed'],
  'media-types-widened': ['media-types-narrowed', 'media-types-widened'],
  'schemes-narrowed': ['schemes-narrowed'],
  'security-added': ['security-changed', 'security-widened'],
  'security-widened': ['security-changed', 'security-added'],
  'security-changed': ['security-changed', 'security-added'],
};

test.each(diffRules.map((rule) => [rule.code, rule] as const))(
  '%s is one change the other way round, too',
  (code, rule) => {
    for (const example of rule.examples.bad) {
      const { old, new: other } = versionsOf(example);
      const [forth = undefined] = diff(old, other).changes;
      const back = diff(other, old).changes;
      expect(back.map((change) => change.direction)).toEqual([forth?.direction]);
      expect(others[code] ?? [reverse[code] ?? code]).toContain(back[0]?.code);
      expect(diff(old, old).changes).toEqual([]);
    }
  },
);

test('every cell of the table has an edit', () => {
  const cells = new Set(
    diffRules.flatMap(({ effect, directions }) => directions.map((direction) => `${effect} ${direction}`)),
  );
  const all = Object.entries(impacts).flatMap(([effect, row]) =>
    Object.keys(row).map((direction) => `${effect} ${direction}`),
  );
  expect([...cells].sort()).toEqual(all.sort());
});

/** What each kind means in each direction: everything that breaks, and everything that may. */
test('what breaks', () => {
  const said = (severity: string) =>
    diffRules.flatMap((rule) =>
      rule.directions
        .filter((direction) => impactOf(rule, direction).severity === severity)
        .map((direction) => `${rule.code} ${direction}`),
    );
  expect(said('error').sort()).toEqual(breaking);
  expect(said('warning').sort()).toEqual([
    'edit-unknown shows',
    'enum-widened receives',
    'made-optional receives',
    'null-allowed receives',
    'value-hidden shows',
  ]);
});

test('only errors ask for a major version', () => {
  for (const rule of diffRules) {
    for (const direction of rule.directions) {
      const { severity, bump } = impactOf(rule, direction);
      expect(bump === 'major').toBe(severity === 'error');
    }
  }
});

const effects: readonly Effect[] = ['narrows', 'widens', 'renames', 'moves', 'rewords'];
const directions: readonly Direction[] = ['sends', 'receives', 'connects', 'shows'];

test('the table', () => {
  const rows = effects.map((effect) =>
    [effect, ...directions.map((direction) => impacts[effect][direction].bump)].join(' '),
  );
  expect(rows).toEqual([
    'narrows major minor major major',
    'widens minor major minor minor',
    'renames major major major major',
    'moves major major major patch',
    'rewords patch patch patch patch',
  ]);
});

const breaking = [
  'address-changed connects',
  'bound-changed receives',
  'bound-changed sends',
  'bound-tightened sends',
  'collection-format-changed receives',
  'collection-format-changed sends',
  'composition-changed receives',
  'composition-changed sends',
  'connection-parameter-removed connects',
  'connection-parameter-renamed connects',
  'connection-parameter-retyped connects',
  'default-changed connects',
  'default-changed sends',
  'empty-value-refused sends',
  'enum-narrowed connects',
  'enum-narrowed sends',
  'format-changed receives',
  'format-changed sends',
  'format-narrowed sends',
  'format-widened receives',
  'further-values-refused sends',
  'input-removed sends',
  'made-required connects',
  'made-required sends',
  'media-types-narrowed sends',
  'media-types-widened receives',
  'method-changed sends',
  'notification-url-changed sends',
  'null-refused sends',
  'operation-hidden shows',
  'operation-id-renamed shows',
  'operation-removed sends',
  'output-removed receives',
  'paging-changed receives',
  'parameter-moved sends',
  'parameter-removed sends',
  'parameter-renamed sends',
  'path-changed sends',
  'policy-changed connects',
  'property-renamed receives',
  'property-renamed sends',
  'read-only-set sends',
  'required-connection-parameter-added connects',
  'required-input-added sends',
  'required-input-hidden shows',
  'required-parameter-added sends',
  'response-removed receives',
  'schemes-narrowed connects',
  'security-added connects',
  'security-changed connects',
  'sign-in-changed connects',
  'status-moved receives',
  'trigger-changed sends',
  'type-changed receives',
  'type-changed sends',
  'type-narrowed sends',
  'type-widened receives',
  'url-encoding-changed sends',
];
