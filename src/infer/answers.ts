import { errors } from '../build/response.js';
import { finding, type Finding } from '../core/finding.js';
import { own } from '../core/json.js';
import type { ResponseContract } from '../definition/connector.js';
import { isJsonType } from '../http/media-type.js';
import type { Response, Schema } from '../openapi/types.js';
import type { Bodies } from './bodies.js';
import { depthOf } from './depth.js';
import { expectOf } from './expect.js';
import { inferRules } from './rules.js';
import { schemaOf } from './schema.js';
import { settle } from './settle.js';

/** The answers of an operation: what the definition declares, and what `contract.json` expects. */
export interface Answers {
  readonly responses: Readonly<Record<string, Response>>;
  readonly contract: Readonly<Record<string, ResponseContract>>;
  /** Media types of what is described, where they are not only JSON. */
  readonly produces: readonly string[] | undefined;
}

/** The statuses whose meaning the builders know; a failure has no schema. */
const failures: Readonly<Record<string, Response>> = errors(
  ...([
    400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 422, 423, 429, 500, 501, 502, 503, 504,
  ] as const),
);

interface Reporting {
  /** Of the operation. */
  readonly pointer: string;
  readonly report: (found: Finding) => void;
}

/** The answers by status. One success has a schema: the designer reads no more. */
export function answersOf(byStatus: ReadonlyMap<number, Bodies>, { pointer, report }: Reporting): Answers {
  const statuses = [...byStatus].sort(([a], [b]) => a - b);
  const isSuccess = ([status]: readonly [number, Bodies]) => status >= 200 && status < 300;
  const described = statuses.find((entry) => isSuccess(entry) && entry[1].json > 0);
  if (!statuses.some(isSuccess))
    report(finding(inferRules.noSuccessRecorded, { pointer, message: noSuccess(statuses) }));
  const contract: Record<string, ResponseContract> = {};
  const responses = statuses.map(([status, bodies]) => {
    const at = { pointer: `${pointer}/responses/${status}`, report };
    if (status !== described?.[0]) return [status, plainResponse([status, bodies], at)] as const;
    const made = describedResponse(bodies, at);
    if (made.contract !== undefined) contract[status] = made.contract;
    return [status, made.response] as const;
  });
  const all = responses.length === 0 ? [[200, { description: 'The answer.' }] as const] : responses;
  return { responses: Object.fromEntries(all), contract, produces: described && typesOf(described[1]) };
}

function noSuccess(statuses: readonly (readonly [number, Bodies])[]): string {
  const seen = statuses.map(([status]) => status).join(', ');
  return `No success was recorded, ${seen === '' ? 'and no other answer' : `only ${seen}`}: write what the operation answers, or leave it out.`;
}

/** In their order, JSON among them; undefined where there is no other. */
function typesOf({ types }: Bodies): readonly string[] | undefined {
  const recorded = [...types].sort();
  const all = recorded.some(isJsonType) ? recorded : ['application/json', ...recorded];
  return all.every((type) => type === 'application/json') ? undefined : all;
}

function plainResponse(
  [status, { json, other, types }]: readonly [number, Bodies],
  { pointer, report }: Reporting,
): Response {
  if (status < 200 || status > 299) return own(failures, String(status)) ?? { description: `The status ${status}.` };
  if (json + other > 0) {
    const what = json > 0 ? 'A second success' : [...types].sort().join(', ') || 'A text';
    report(
      finding(inferRules.bodyNotDescribed, {
        pointer,
        message: `${what} under the status ${status} is not described.`,
      }),
    );
  }
  return { description: status === 204 ? 'Nothing more is answered.' : 'The answer.' };
}

function describedResponse(
  bodies: Bodies,
  { pointer, report }: Reporting,
): { readonly response: Response; readonly contract: ResponseContract | undefined } {
  const { count, json, other, shape } = bodies;
  if (json < count) {
    const message = `${count - json} of ${count} answers ${other > 0 ? 'are no JSON or have no body' : 'have no body'}: these are not described.`;
    report(finding(inferRules.bodyNotDescribed, { pointer, message }));
  }
  const settled = settle(shape);
  const depth = depthOf(settled, `${pointer}/schema`, report);
  const wider = new Map<string, Schema>();
  const making = { isRequest: false, depth, report, wider };
  const spot = { pointer: `${pointer}/schema`, pattern: '', level: 0, always: true };
  const response = { description: 'The answer.', schema: schemaOf(settled, spot, making) };
  // Otherwise the contract test takes an answer without any of the declared properties for something else.
  if (settled.properties.length > 0 && shape.emptyObjects > 0) {
    wider.set('', wider.has('') ? {} : { type: 'object', maxProperties: 0 });
  }
  const expect = expectOf(settled, depth);
  if (expect === undefined && wider.size === 0) return { response, contract: undefined };
  return {
    response,
    contract: { ...(expect && { expect }), ...(wider.size > 0 && { wider: Object.fromEntries(wider) }) },
  };
}
