import { contract } from '../../contract/contract.js';
import { Fault } from '../../core/fault.js';
import type { Connector } from '../../definition/connector.js';
import type { OperationAt } from '../../openapi/walk.js';
import { callOf, type ConnectionCall } from '../../wire/connection-call.js';
import { callJson, callText, type CallReport } from '../call/call-report.js';
import { chosenOperation, nameOf } from '../call/chosen-operation.js';
import { keyInPlace } from '../call/connection.js';
import { checkHost, directCall } from '../call/direct-call.js';
import { givenBody } from '../call/given-body.js';
import { givenParameters } from '../call/given-parameters.js';
import { judgedCall } from '../call/judged-call.js';
import type { MakeCall } from '../call/make-call.js';
import { meaningOfAnswer } from '../call/meaning.js';
import { keepCall } from '../call/recorded-call.js';
import { seenCall } from '../call/seen-call.js';
import { usageOf } from '../call/usage.js';
import { vaultReader } from '../call/vault-key.js';
import { command, type Call, type Outcome } from '../command.js';
import { connectorFlags, findingFlags, type FlagTable } from '../flags.js';
import { loadConnector } from '../load-connector.js';
import { checkFolder } from '../net/new-sample.js';
import { givenKey, keyFlags } from '../target/key.js';
import { azureFlags } from '../target/target-flags.js';

const callFlags = {
  body: {
    kind: 'text',
    placeholder: 'JSON|@FILE',
    help: 'The body, sent as it is; @FILE for what a file holds, @- for standard input.',
  },
  set: {
    kind: 'list',
    placeholder: 'PATH=VALUE',
    help: 'A value in the body: messages[0].content=hi, or a JSON Pointer for odd names. Without --body the rest are the defaults of the definition.',
  },
  param: {
    kind: 'list',
    placeholder: 'NAME=VALUE',
    help: 'A parameter of the path, the query, a header or a form; again for another value of a list; @FILE for a file of a form.',
  },
  connection: {
    kind: 'text',
    placeholder: 'NAME',
    help: 'Make the call through this connection of --target, which has the key.',
  },
  ...keyFlags,
  ...azureFlags,
  record: {
    kind: 'text',
    placeholder: 'DIR',
    help: 'Keep the call as a sample there, under a new name, credentials replaced.',
  },
  timeout: {
    kind: 'number',
    placeholder: 'SECONDS',
    least: 1,
    most: 3600,
    whole: true,
    help: 'How long to wait for the whole answer. 120 unless given: as long as Logic Apps waits.',
  },
  direction: {
    kind: 'choice',
    choices: ['request', 'response', 'both'],
    fallback: 'both',
    help: 'Which half the contract is asked about.',
  },
  ...connectorFlags,
  ...findingFlags,
} as const satisfies FlagTable;

type CallCall = Call<typeof callFlags>;
type Called = Pick<CallCall, 'flags' | 'world'>;

/** learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-config: the time limit of a synchronous call. */
const TIMEOUT_SECONDS = 120;

/** `call`: one call as the connector makes it. */
export const call = command({
  operands: { placeholder: 'CONNECTOR [OPERATION]', least: 1, most: 2 },
  flags: callFlags,
  details: [
    'Sends one request, as Logic Apps would make it of the step, from this machine to the service: the key in its place with its prefix, defaults of internal parameters, no redirect followed, nothing sent again. Then it tells what came back, how long it took, what it used where contract.json says where that stands, and what the contract says of both halves.',
    'OPERATION is an operationId; it may be left out where a workflow can call one only. The service is the judge of what is sent: what the definition requires may be missing, but for what stands in the path.',
    'With --connection and --target the call goes through a connection that is deployed, as a workflow makes it: the connection has the key.',
    'The key is that of the connection; where the connector names a word before it (Bearer), it is added. For basic authentication it is user:password, for OAuth an access token.',
    'The exit code is 1 where the status is no success, or where there are findings at or above --fail-on; 3 where no whole answer came.',
  ],
  examples: [
    {
      line: 'connector-kit call ./my-connector SendMail --set subject=Hello to[0].name=Ada --key-env MAIL_KEY',
      shows: 'A body put together; the key comes from an environment variable.',
    },
    {
      line: 'connector-kit call ./my-connector GetTicket --param id=7 --key-env KEY --record recorded --json',
      shows: 'A parameter in the path; the answer is kept as a sample.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: CallCall): Promise<Outcome> {
  const [given = '', name] = operands;
  const loaded = await loadConnector(world, given, flags);
  const { connector } = loaded;
  if (connector === undefined) return outcomeOf(undefined, await judgedCall(loaded, [], { flags, kept: undefined }));
  const at = chosenOperation(connector, name);
  if (flags.record !== undefined) checkFolder(world, '--record', flags.record);
  const wanted = await wantedCall({ flags, world }, connector, at);
  const make = await makerOf({ flags, world }, connector, at);
  const { exchange, milliseconds } = seenCall(await make(wanted), nameOf(at));
  const { response } = exchange;
  const kept = flags.record === undefined ? undefined : keepCall(world, flags.record, exchange);
  const { findings } = contract(connector, [{ ...exchange, file: kept?.file ?? '' }], { direction: flags.direction });
  return outcomeOf(
    {
      exchange,
      milliseconds,
      usage: usageOf(connector, at, response),
      meaning: meaningOfAnswer(response),
      sample: kept?.file,
    },
    await judgedCall(loaded, findings, { flags, kept }),
  );
}

/** What makes the call. Throws a `Fault` where it cannot be made. */
async function makerOf({ flags, world }: Called, connector: Connector, at: OperationAt): Promise<MakeCall> {
  const { connection } = flags;
  if (connection !== undefined) {
    const { throughConnection } = await import('../call/through-connection.js');
    return throughConnection(world, flags, {
      connection,
      connector,
      at,
      timeoutSeconds: flags.timeout ?? TIMEOUT_SECONDS,
    });
  }
  if (flags.target !== undefined) {
    const help = 'Name the connection with --connection, or leave --target out to call the service itself.';
    throw new Fault('called-wrongly', '--target goes with a connection, and none is named.', { help });
  }
  checkHost(connector);
  const key = keyInPlace(connector, at, await givenKey(world, flags, vaultReader(world, flags)));
  return directCall(world, { connector, at, key, timeoutSeconds: flags.timeout ?? TIMEOUT_SECONDS });
}

/** The call that the words make. Throws a `Fault` where they do not fit. */
async function wantedCall({ flags, world }: Called, connector: Connector, at: OperationAt): Promise<ConnectionCall> {
  const { definition: document } = connector;
  const { body: word, set, param } = flags;
  const parameters = givenParameters(world, { document, at }, param);
  const body = await givenBody(world, { document, at }, { body: word, set, isInputTaken: flags['key-stdin'] });
  const isWholeBody = word !== undefined;
  const made = callOf(document, at, { parameters, isWholeBody, mayLack: true, ...(body !== undefined && { body }) });
  if (made.call) return made.call;
  const help =
    'Give --param name=value for what stands outside the body, and --set path=value or --body for what stands in it.';
  throw new Fault('called-wrongly', made.problems.join(' '), { help });
}

function outcomeOf(made: CallReport['made'], judged: CallReport['judged']): Outcome {
  const report = { made, judged };
  const isSuccess = made !== undefined && made.meaning === undefined;
  return {
    ok: judged.ok && isSuccess,
    json: () => callJson(report),
    text: (style) => callText(report, style),
  };
}
