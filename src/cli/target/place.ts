import { armClient, type ArmClient } from '../../azure/client.js';
import { clouds, type Cloud } from '../../azure/cloud.js';
import type { ArmRequest, ArmWorld } from '../../azure/message.js';
import type { Target } from '../../azure/target.js';
import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { EmulatorLink } from '../emulator/link.js';
import type { Values } from '../flags.js';
import type { World } from '../world.js';
import { credentialOf, type Credential } from './credential.js';
import type { ReadVault } from './key.js';
import { subscriptionOf } from './subscription.js';
import type { azureFlags } from './target-flags.js';

/** Whom a command asks. */
export interface Backend {
  readonly cloud: Cloud;
  readonly client: ArmClient;
  /** Where it is the emulator. */
  readonly emulator?: EmulatorLink;
  readonly readVault: ReadVault;
}

/** Where a command works: whom it asks, and for what. */
export interface Place extends Backend {
  readonly target: Target;
}

/** What a command says of its target. */
export interface Asked {
  /** The connector's name, where --name does not give another. */
  readonly name: string | undefined;
  readonly location?: string | undefined;
}

type Flags = Values<typeof azureFlags> & { readonly quiet: boolean };

/** How a backend is asked by a command that asks for much. */
export interface Asking {
  /** Whether connections are kept for the next request. */
  readonly isKeeping?: boolean;
  /** Stands before each request. */
  readonly before?: (request: ArmRequest) => Promise<void>;
}

/** The place that the flags name. Throws a `Fault` where one is missing: nothing has been sent then. */
export async function placeOf(world: World, flags: Flags, asked: Asked): Promise<Place> {
  const isEmulator = targetKind(flags.target) === 'emulator';
  const name = flags.name ?? asked.name;
  if (name === undefined) throw wrong('The name of the connector is missing.', 'Give it with --name.');
  const group = flags['resource-group'];
  if (group === undefined) throw wrong('The resource group is missing.', 'Give it with --resource-group (-g).');
  const subscription = await subscriptionOf(world, flags.subscription, isEmulator);
  const target = { subscription, group, name, ...(asked.location !== undefined && { location: asked.location }) };
  return { target, ...(await backendOf(world, flags)) };
}

/** Whom the flags name: Azure with a credential, or the emulator. Nothing is sent yet. */
export async function backendOf(
  world: World,
  flags: Flags,
  { isKeeping = false, before }: Asking = {},
): Promise<Backend> {
  const credential = credentialOf(world, flags);
  const cloud = clouds[flags.cloud];
  const readVault = vaultReader(world, { cloud, credential });
  const asked = (send: ArmWorld['send']): ArmWorld['send'] =>
    before ? async (request) => before(request).then(() => send(request)) : send;
  if (targetKind(flags.target) === 'emulator') {
    const { emulatorLink } = await import('../emulator/link.js');
    const emulator = await emulatorLink(world, flags.state === undefined ? {} : { state: flags.state });
    const emulated = { name: 'emulator', management: emulator.arm, scope: '' };
    const isKept = isKeeping && emulator.isRunning;
    const send = isKept
      ? (await import('./kept-loopback.js')).keptLoopback(emulator.arm, emulator.send)
      : emulator.send;
    const client = armClient(worldOf(world, asked(send), flags), emulated);
    return { cloud: emulated, emulator, readVault, client };
  }
  const { azureSend } = await import('./azure-send.js');
  const send = asked(azureSend({ credential, scope: cloud.scope, version: world.version(), isKeeping }));
  return { cloud, readVault, client: armClient(worldOf(world, send, flags), cloud) };
}

function vaultReader(world: World, who: { readonly cloud: Cloud; readonly credential: Credential }): ReadVault {
  return async (vault, secret) => {
    const { secretIn } = await import('./vault.js');
    return secretIn(world, { vault, secret, ...who });
  };
}

const targets = ['azure', 'emulator'];

/** Which of the two `--target` names. */
export function targetKind(given: string | undefined): string {
  if (given !== undefined && targets.includes(given)) return given;
  const help = 'Give --target azure, or --target emulator for the emulator on this machine.';
  if (given === undefined) throw wrong('The target is missing.', help);
  throw wrong(`--target is ${shorten(given)}; it can be azure or emulator.${didYouMean(given, targets)}`, help);
}

/** A person who waits longer than this wants to know what for. */
const SILENT_MILLISECONDS = 3000;

function worldOf(world: World, send: ArmWorld['send'], { quiet }: Flags): ArmWorld {
  const sleep = (milliseconds: number) => {
    const isTold = milliseconds > SILENT_MILLISECONDS && !quiet && world.isTerminal('err');
    if (isTold) world.err(`Azure wants to be asked again later: waiting ${Math.round(milliseconds / 1000)} seconds.\n`);
    return world.sleep(milliseconds);
  };
  return { send, sleep, now: () => world.now() };
}

function wrong(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}
