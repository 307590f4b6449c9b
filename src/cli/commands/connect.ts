import { connect as carryOut } from '../../azure/connect.js';
import { verify } from '../../azure/verify.js';
import { Fault } from '../../core/fault.js';
import { shorten } from '../../core/shorten.js';
import { printable } from '../../report/text.js';
import { command, type Call, type Outcome } from '../command.js';
import { refuseFleetFlags } from '../fleet/refuse-fleet-flags.js';
import { runFleet } from '../fleet/run-fleet.js';
import { connectorFlags, type FlagTable } from '../flags.js';
import { fleetFlags } from '../fleet/fleet-flags.js';
import { givenConnector } from '../publish/given-connector.js';
import { located, unsoundText } from '../publish/located.js';
import { verificationText } from '../publish/verification.js';
import { toPublish } from '../publish/wanted.js';
import type { ConnectResult } from '../schemas/publish.js';
import { givenKey, keyFlags } from '../target/key.js';
import { placeOf } from '../target/place.js';
import { targetFlags } from '../target/target-flags.js';

const connectFlags = {
  connection: { kind: 'text', placeholder: 'NAME', help: 'The connection to make, or to give another key.' },
  ...keyFlags,
  verify: { kind: 'switch', help: 'One small call through the connection afterwards shows whether the key works.' },
  ...targetFlags,
  ...fleetFlags,
  ...connectorFlags,
} as const satisfies FlagTable;

/** `connect`: a connection and its key. */
export const connect = command({
  operands: { placeholder: 'CONNECTOR', least: 0, most: 1 },
  flags: connectFlags,
  details: [
    'Makes a connection of a published connector, or gives one that exists another key. Where the connector says that a word such as "Bearer" stands before the key, it is put there unless it is there already. The key goes to Azure, and nowhere else.',
    'Azure calls any connection "Connected". --verify makes one small call through it, as the designer does, and says what the service answered; where no call can be made without inputs it says "unverified".',
  ],
  examples: [
    {
      line: 'connector-kit connect ./tickets --target azure -g soc --connection soc-tickets --key-vault soc-vault/tickets --verify',
      shows: 'Rotates the key: the new one comes from a Key Vault.',
    },
  ],
  run,
});

async function run({ operands, flags, world }: Call<typeof connectFlags>): Promise<Outcome> {
  const { fleet } = flags;
  if (fleet !== undefined) {
    return runFleet({ command: 'connect', world, flags: { ...flags, fleet }, operand: operands[0] });
  }
  refuseFleetFlags(flags);
  const { connection } = flags;
  if (connection === undefined)
    throw new Fault('called-wrongly', 'The connection is missing.', { help: 'Name it with --connection.' });
  const { loaded, wanted } = await toPublish(world, givenConnector(operands, 'connect'), flags);
  if (wanted === undefined) {
    const findings = await located(loaded);
    return { ok: false, json: () => ({ findings }), text: (style) => unsoundText(findings, style) };
  }
  const place = await placeOf(world, flags, { name: loaded.name, location: flags.location });
  const key = await givenKey(world, flags, place.readVault);
  const { connector, tags } = wanted;
  const { client, target } = place;
  const made = await carryOut(client, { connector, target, connection, key, ...(tags && { tags }) });
  const verification = flags.verify ? await verify(client, { target, connection, connector }) : undefined;
  const json: Omit<ConnectResult, 'formatVersion' | 'ok'> = {
    ...made,
    ...(verification && { verification: { ...verification } }),
    findings: [],
  };
  const said = made.action === 'create' ? 'is made' : 'has another key';
  return {
    ok: verification?.result !== 'fails',
    json: () => json,
    text: () =>
      `The connection ${shorten(connection)} ${said} (Azure calls it ${printable(made.status)}).\n${verification ? verificationText(verification) : ''}`,
  };
}
