import type { Finding } from '../../core/finding.js';
import type { Connector } from '../../definition/connector.js';
import type { Body } from '../../http/exchange.js';
import type { Tested } from '../contract.js';
import { exchangeRules } from '../exchange-rules.js';
import type { Direction } from '../matched.js';
import { plansOf, type BodyPlan } from '../plan.js';
import { sightings } from '../sightings.js';
import { blockedIn } from './blocked.js';
import { notice, type Fact, type FactKind } from './fact.js';
import { hold } from './hold.js';
import type { Layout } from './layout.js';
import { operationsOf, type OperationFacts } from './operation.js';
import { holdParameter } from './parameter.js';
import { placesOf } from './places.js';
import { watchWider } from './wider.js';

/** How much of what a connector declares its recordings would tell, if it were something else. */
export interface Strength {
  /** How many facts the tested halves declare: each is changed once, alone. */
  readonly mutants: number;
  /** How many of them a recording noticed. */
  readonly killed: number;
  /** 0 to 100, one decimal; 100 where nothing is declared. */
  readonly percent: number;
  /** The others, in the order of the operations, then of their places. */
  readonly survivors: readonly Survivor[];
}

/** A declared fact that could be something else, and no recording would tell. */
export interface Survivor {
  readonly kind: FactKind;
  /** What no recording shows, as a sentence; facts that one new recording could show have the same. */
  readonly message: string;
  /** `contract.json` where it is declared there and not in the definition. */
  readonly file?: string;
  readonly pointer: string;
}

/** A measurement under way. It keeps what is declared, and nothing of the recordings: there may be any number. */
export interface StrengthTest {
  /** To be told of each tested exchange: `watch` of `contract`. */
  watch(tested: Tested): void;
  result(): Strength;
}

/**
 * Measures how strong recordings are as a test of a connector. Each fact that it declares is thought to be something else (`FactKind` says what),
 * one at a time; a recording notices that if it then gives a finding, of any severity, that it does not give now. So a fact counts when some
 * recording shows it.
 *
 * - What gives a finding now shows nothing, nor does what is in it: it is not as declared. Only `wider` is shown by what it forgives.
 * - A fact of a definition is one, however often it is referred to.
 * - Facts that no recording can show are not counted: that something is required (the opposite would refuse nothing), unless as a demand that is
 *   held against anything at all; `format`, `pattern`, `multipleOf`, `uniqueItems`; the name of a header that may be absent; names beside
 *   `additionalProperties: true`. Nor is it a fact that something may be absent which `contract.json` expects.
 *
 * Nothing is tested twice for it: a value that satisfies a schema shows at once which of its facts it would refuse. Only the place of an
 * operation, and a status beside `default`, are decided by testing an exchange again without them.
 */
export function strengthTest(connector: Connector, direction: Direction = 'both'): StrengthTest {
  const { definition: document } = connector;
  const facts = new Set<Fact>();
  const places = placesOf(document, facts);
  const plans = plansOf(connector, sightings());
  const layout: Layout = { connector, direction, plans, places, facts, wider: new Map() };
  const all = operationsOf(layout);
  return {
    watch(tested) {
      const operation = all.get(tested.route.at.pointer);
      if (operation === undefined) return;
      const { exchange, findings } = tested;
      operation.seen = true;
      for (const { fact, isMissed } of [operation.path, operation.method]) {
        if (!fact.noticed && isMissed(exchange, findings)) notice(fact);
      }
      if (direction !== 'response') watchRequest(layout, operation, tested);
      if (direction !== 'request') watchResponse(layout, operation, tested);
    },
    result() {
      places.changed();
      return strengthOf(facts);
    },
  };
}

function watchRequest(layout: Layout, { at, parameters, noBody }: OperationFacts, tested: Tested): void {
  const { connector, places, plans } = layout;
  const { exchange, findings } = tested;
  for (const parameter of parameters) holdParameter(parameter, { ...tested, document: connector.definition, places });
  const { body } = exchange.request;
  if (body.kind === 'none') notice(noBody);
  const plan = plans.request(at).body;
  if (plan) holdBody(layout, plan, { body, at: exchange.pointers.requestBody, findings, mustBeKnown: false });
}

function watchResponse(layout: Layout, { at, statuses }: OperationFacts, { exchange, findings }: Tested): void {
  const { response, pointers } = exchange;
  if (response === undefined) return;
  const plan = layout.plans.response(at, response.status);
  if (plan === undefined) return;
  const status = statuses.get(plan.declared);
  if (status) {
    status.seen = true;
    if (!status.fact.noticed && status.isMissed(exchange, findings)) notice(status.fact);
  }
  if (plan.body === undefined || findings.some(({ code }) => code === exchangeRules.wrongContentType.code)) return;
  const mustBeKnown = response.status >= 200 && response.status < 300;
  holdBody(layout, plan.body, { body: response.body, at: pointers.responseBody, findings, mustBeKnown });
}

interface HeldBody {
  readonly body: Body;
  readonly at: string;
  readonly findings: readonly Finding[];
  readonly mustBeKnown: boolean;
}

function holdBody(layout: Layout, plan: BodyPlan, { body, at, findings, mustBeKnown }: HeldBody): void {
  if (body.kind !== 'json') return;
  const { connector, places, wider } = layout;
  const { definition: document } = connector;
  const value = body.recorded;
  const holding = { document, places, blocked: blockedIn(findings, at) };
  const place = places.at(plan.pointer);
  if (place) hold({ ...holding, isClosed: true, mustBeKnown }, place, value);
  const expected = places.at(`${plan.contract.pointer}/expect`);
  if (expected) hold({ ...holding, isClosed: false, mustBeKnown: false }, expected, value);
  if (holding.blocked) watchWider(wider, plan, { document, value, at, findings });
}

function strengthOf(facts: ReadonlySet<Fact>): Strength {
  const survivors = [...facts].filter(({ noticed }) => !noticed).map(survivor);
  const killed = facts.size - survivors.length;
  const percent = facts.size === 0 ? 100 : Math.round((1000 * killed) / facts.size) / 10;
  return { mutants: facts.size, killed, percent, survivors };
}

function survivor({ kind, pointer, lacking }: Fact): Survivor {
  const isOfContract = pointer.startsWith('/operations/');
  return { kind, message: lacking(), ...(isOfContract && { file: 'contract.json' }), pointer };
}
