/** A type of triggers or actions. */
export interface StepType {
  readonly name: string;
  /** The ways to what it cannot do without; `|` stands between those of which one is enough. */
  readonly needs: readonly string[];
}

/** What the actions need, by Microsoft's reference of action types. */
const needed: Readonly<Record<string, readonly string[]>> = {
  Compose: ['inputs'],
  Http: ['inputs.method', 'inputs.uri'],
  ApiConnection: ['inputs.host', 'inputs.method', 'inputs.path'],
  ApiConnectionWebhook: ['inputs.host', 'inputs.path'],
  ParseJson: ['inputs.content', 'inputs.schema'],
  Query: ['inputs.from', 'inputs.where'],
  Select: ['inputs.from', 'inputs.select'],
  Table: ['inputs.from', 'inputs.format'],
  Join: ['inputs.from', 'inputs.joinWith'],
  Foreach: ['foreach'],
  If: ['expression'],
  Switch: ['expression'],
  Until: ['expression', 'limit'],
  Terminate: ['inputs.runStatus'],
  Response: ['inputs.statusCode'],
  Wait: ['inputs.interval|inputs.until'],
  InitializeVariable: ['inputs.variables'],
  SetVariable: ['inputs.name', 'inputs.value'],
  AppendToStringVariable: ['inputs.name', 'inputs.value'],
  AppendToArrayVariable: ['inputs.name', 'inputs.value'],
  IncrementVariable: ['inputs.name'],
  DecrementVariable: ['inputs.name'],
  Workflow: ['inputs.host'],
  Function: ['inputs.function'],
  JavaScriptCode: ['inputs.code'],
};

/** Actions of which nothing else is known here. */
const otherActions = [
  'Scope HttpWebhook ApiManagement ApiConnectionNotification OpenApiConnection OpenApiConnectionWebhook OpenApiConnectionNotification',
  'Expression ServiceProvider InvokeFunction InvokeWorkflow SendToBatch Batch Agent Handoff NestedAgent McpClientTool',
  'FlatFileDecoding FlatFileEncoding IntegrationAccountArtifactLookup Liquid XmlValidation XmlParse XmlCompose Xslt DataMapper',
  'PowerShellCode CSharpScriptCode RuleExecution AS2Decode AS2Encode AS2V2Decode AS2V2Encode X12Decode X12Encode X12BatchEncode',
  'EdifactDecode EdifactEncode EdifactBatchEncode Swift SwiftEncode SwiftDecode SwiftMTDecode SwiftMTEncode HL7Decode HL7Encode',
  'RosettaNetDecode RosettaNetEncode RosettaNetWaitForResponse',
];

const neededByTriggers: Readonly<Record<string, readonly string[]>> = {
  ApiConnection: ['inputs.host', 'inputs.path'],
  ApiConnectionWebhook: ['inputs.host', 'inputs.path|inputs.fetch'],
  Http: ['inputs.method', 'inputs.uri', 'recurrence'],
  Recurrence: ['recurrence'],
  SlidingWindow: ['recurrence'],
};

const otherTriggers = [
  'Request Manual HttpWebhook ApiManagement ApiConnectionNotification OpenApiConnection OpenApiConnectionWebhook',
  'OpenApiConnectionNotification ServiceProvider Batch EventGrid Agent',
];

function table(
  known: Readonly<Record<string, readonly string[]>>,
  others: readonly string[],
): ReadonlyMap<string, StepType> {
  const types = [
    ...Object.entries(known).map(([name, needs]) => ({ name, needs })),
    ...others.flatMap((names) => names.split(' ')).map((name) => ({ name, needs: [] })),
  ];
  return new Map(types.map((type) => [type.name.toLowerCase(), type]));
}

/** Types by their names in lower case. */
export const stepTypes = {
  action: table(needed, otherActions),
  trigger: table(neededByTriggers, otherTriggers),
} as const;
