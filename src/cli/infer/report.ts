import type { Finding } from '../../core/finding.js';
import type { Json } from '../../core/json.js';
import type { Connector } from '../../definition/connector.js';
import { operations } from '../../openapi/walk.js';
import { plural } from '../../report/counts.js';
import { findingJson } from '../../report/json.js';
import { closingText, findingsText, printable, type Style } from '../../report/text.js';
import { inferRules } from '../../infer/rules.js';
import type { Judgement } from '../judge.js';
import type { InferResult } from '../schemas/infer.js';

/** What `infer` did, for its report. */
export interface InferReport {
  /** Undefined where no recording could be read. */
  readonly connector: Connector | undefined;
  readonly exchanges: number;
  /** All that the inference had to say, printed or not. */
  readonly said: readonly Finding[];
  /** The files that were written, as they are printed. */
  readonly written: readonly string[];
  readonly judged: Judgement;
}

/** The fields of the JSON result. */
export function inferJson(report: InferReport): Omit<InferResult, 'formatVersion' | 'ok'> {
  const { connector, exchanges, written, judged } = report;
  return {
    definition: asJson(connector?.definition),
    properties: asJson(connector?.properties),
    contract: asJson(connector?.contract),
    exchanges,
    written,
    counts: judged.counts,
    findings: judged.findings.map(findingJson),
  };
}

/** Null where there is no connector. */
function asJson(part: object | undefined): Json {
  return (part ?? null) as Json; // the parts of a connector are JSON; only their interfaces lack an index signature
}

/** The result for a reader: findings, what was inferred, what was guessed and what is left to write. */
export function inferText({ connector, exchanges, said, written, judged }: InferReport, style: Style): string {
  const toWrite = said.filter(({ code }) => code === inferRules.toBeWritten.code).length;
  const guesses = said.length - toWrite;
  const lines =
    connector === undefined
      ? ['nothing was inferred']
      : [
          `inferred from ${plural(exchanges, 'exchange')}`,
          ...operations(connector.definition).map(
            ({ method, path, operation }) => `  ${operation.operationId} ${method.toUpperCase()} ${printable(path)}`,
          ),
          `  ${plural(guesses, 'decision')} to look at, ${plural(toWrite, 'place')} to write`,
          ...written.map((file) => `written ${printable(file)}`),
        ];
  return [
    ...(judged.findings.length > 0 ? [findingsText(judged.findings, style)] : []),
    ...lines,
    closingText(judged),
  ].join('\n');
}
