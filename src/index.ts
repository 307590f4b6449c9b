/** The library: build connectors, read and write their folders, test them against recordings. What stands here is public, the rest is not. */

// Builders: typed options to a connector.
export { array } from './build/array.js';
export { inBody } from './build/body.js';
export { boolean } from './build/boolean.js';
export { allOf, any, file, nullable } from './build/compose.js';
export { connector, type ConnectorOptions } from './build/connector.js';
export { define } from './build/define.js';
export { dynamicList, dynamicProperties, dynamicSchema, dynamicValues } from './build/dynamic.js';
export { integer, number } from './build/number.js';
export { narrowing } from './build/narrowing.js';
export { anyObject, object, record } from './build/object.js';
export { action, type ConnectorOperation } from './build/operation.js';
export { constant, inForm, inHeader, inPath, inQuery } from './build/parameter.js';
export { errors, response } from './build/response.js';
export { apiKey, basic, oauth2 } from './build/security.js';
export { string } from './build/string.js';
export { notificationUrl, pollingTrigger, webhookTrigger } from './build/trigger.js';
export { plainOperation, verbatim } from './build/verbatim.js';
export type { Infer } from './openapi/infer.js';

// The values that flow through everything.
export type { SourceDocument } from './core/document.js';
export type { Finding, Place } from './core/finding.js';
export type { Json, JsonArray, JsonObject } from './core/json.js';
export type { Rule } from './core/rule.js';
export type { Severity } from './core/severity.js';
export type { ApiProperties, Connector, Contract, Probe, Retired } from './definition/connector.js';
export type { Exchange } from './http/exchange.js';
export type { Document, Operation, Parameter, Response, Schema, ValueParameter } from './openapi/types.js';

// Documents, folders and recordings.
export { readDocument } from './core/read-document.js';
export { readJson } from './core/json-read.js';
export { writeJson } from './core/json-write.js';
export { readConnector } from './definition/read.js';
export { writeConnector } from './definition/write.js';
export { withHost } from './definition/host.js';
export { exchange, type ExchangeParts } from './http/make-exchange.js';
export { readSample } from './http/sample.js';
export { writeSample, type SampleSource } from './http/sample-write.js';
export { readRecordings, type Recording, type RecordingsRead } from './recording/read.js';

// The contract test.
export {
  contract,
  contractTest,
  type ContractOptions,
  type ContractResult,
  type ContractTest,
} from './contract/contract.js';

export { strengthTest, type Strength, type StrengthTest } from './contract/strength/strength.js';

// The linter.
export { lint, type LintFinding, type LintOptions, type Profile } from './lint/lint.js';
export type { Fix, LintRule } from './lint/rule.js';

// What the designer of Logic Apps will make of a connector.
export { cardsOf, type Card } from './designer/card.js';
export type { Control, ItemField, Option } from './designer/control.js';
export type { DynamicSource } from './designer/dynamic.js';
export type { Field } from './designer/field.js';
export type { Step } from './designer/step.js';
export type { Token } from './designer/token.js';

// Two versions of a connector.
export { diff } from './diff/diff.js';
export type { Change, Difference, Hit, HitPart } from './diff/change.js';
export type { FileNames, VersionFiles } from './diff/changes.js';

// A connector from recordings.
export { inferConnector, type Inferred, type InferOptions } from './infer/infer.js';

// Upstream APIs: a connector that follows the versions of one.
export { builtFrom } from './upstream/built-from.js';
export type { OperationChoice } from './upstream/find-operation.js';
export type { OverlayNode } from './upstream/overlay.js';
export { surfaceOf, type OperationSurface, type Surface } from './upstream/surface.js';
export {
  upstreamConnector,
  type UpstreamBody,
  type UpstreamConnector,
  type UpstreamOperation,
  type UpstreamParts,
} from './upstream/upstream-connector.js';

// The expressions of workflows.
export type { Answer, Context, Source } from './expression/context.js';
export {
  evaluate,
  evaluatePrepared,
  type EvaluateOptions,
  type Evaluated,
  type EvaluationError,
} from './expression/evaluate.js';
export { plainContext, type Surroundings } from './expression/plain-context.js';
export { prepare, type PlacedProblem, type Preparation, type Prepared } from './expression/prepare.js';

// A connector for other tools: templates, modules, collections.
export type { Wanted } from './azure/custom-api.js';
export type { ExportFile } from './export/export-file.js';
export type { ExportRequest } from './export/exported.js';
export { exportConnector, type ExportFormat } from './export/formats.js';

// The command line: what each command prints with --json.
export type { BuildResult, ExplainResult, FaultResult, TestResult } from './cli/schemas.js';
export type { CallResult } from './cli/schemas/call.js';
export type { DiffResult } from './cli/schemas/diff.js';
export type { EmulateResult } from './cli/schemas/emulate.js';
export type { ExportResult } from './cli/schemas/export.js';
export type { FleetResult } from './cli/schemas/fleet.js';
export type { InferResult } from './cli/schemas/infer.js';
export type { InitResult } from './cli/schemas/init.js';
export type { LintResult } from './cli/schemas/lint.js';
export type { PlaybookBuildResult } from './cli/schemas/playbook-build.js';
export type { PlaybookEvalResult } from './cli/schemas/playbook-eval.js';
export type {
  ConnectResult,
  DriftResult,
  PlanResult,
  PublishResult,
  PullResult,
  UnpublishResult,
} from './cli/schemas/publish.js';
export type { RecordResult } from './cli/schemas/record.js';
export type { RegenerateResult } from './cli/schemas/regenerate.js';
