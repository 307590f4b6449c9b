import { Fault } from '../../core/fault.js';
import { Secret } from '../../core/secret.js';
import { shorten } from '../../core/shorten.js';
import type { FlagTable, Values } from '../flags.js';
import { isRefusal, type World } from '../world.js';

/** Where a key comes from. Never an argument: those are seen by everybody on the machine, and kept by the shell. */
export const keyFlags = {
  'key-env': { kind: 'text', placeholder: 'NAME', help: 'The environment variable that holds the key.' },
  'key-stdin': { kind: 'switch', help: 'The key is read from standard input.' },
  'key-vault': {
    kind: 'text',
    placeholder: 'VAULT/SECRET',
    help: 'The key is a secret of an Azure Key Vault. It is read with the credential that --credential chooses.',
  },
} as const satisfies FlagTable;

/** Reads a secret of a vault. */
export type ReadVault = (vault: string, secret: string) => Promise<Secret>;

/** The key that the flags name; undefined where they name none. Throws a `Fault` where there is none at that place. */
export async function givenKey(
  world: World,
  { 'key-env': variable, 'key-stdin': fromInput, 'key-vault': inVault }: Values<typeof keyFlags>,
  readVault: ReadVault,
): Promise<Secret | undefined> {
  const ways = [variable !== undefined, fromInput, inVault !== undefined].filter(Boolean).length;
  if (ways > 1) throw wrong('The key is given more than once.', 'Give one of --key-env, --key-stdin and --key-vault.');
  if (variable !== undefined) return fromEnvironment(world, variable);
  if (fromInput) return checkedKey(await inputText(world), 'Standard input');
  return inVault === undefined ? undefined : fromVault(inVault, readVault);
}

function fromEnvironment(world: World, variable: string): Secret {
  const value = Object.hasOwn(world.env, variable) ? world.env[variable] : undefined;
  if (value !== undefined) return checkedKey(value, `The environment variable ${shorten(variable)}`);
  // a name that is none may be the key itself, and is not shown then
  const isName = /^[A-Za-z_]\w{0,40}$/.test(variable);
  throw wrong(
    isName
      ? `There is no environment variable ${shorten(variable)}.`
      : 'What --key-env was given is no name of an environment variable.',
    'Put the key into an environment variable, and give --key-env the name of that variable.',
  );
}

async function inputText(world: World): Promise<string> {
  const text = await world.input();
  if (isRefusal(text)) {
    const help = 'Pipe the key into the command.';
    throw new Fault('not-readable', `Standard input cannot be read: ${text.refused}.`, { help });
  }
  return text;
}

const NO_CONTROLS = /^[^\u0000-\u001f\u007f]+$/; // oxlint-disable-line no-control-regex -- control characters are what is looked for

function checkedKey(text: string, where: string): Secret {
  const value = text.trim();
  if (value === '') throw wrong(`${where} holds no key: it is empty.`, 'Put the key there.');
  if (!NO_CONTROLS.test(value)) {
    throw wrong(`${where} holds no key: a key is one line of text.`, 'Put the key alone there, without anything else.');
  }
  return new Secret(value);
}

/** learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates: the forms of both names. */
const IN_VAULT = /^([a-zA-Z][a-zA-Z0-9-]{2,23})\/([a-zA-Z0-9-]{1,127})$/;

async function fromVault(given: string, readVault: ReadVault): Promise<Secret> {
  const [, vault, secret] = IN_VAULT.exec(given) ?? [];
  if (vault === undefined || secret === undefined) {
    throw wrong(
      'What --key-vault was given is no VAULT/SECRET.',
      'Give the name of the vault and that of the secret: --key-vault my-vault/my-secret.',
    );
  }
  return checkedKey((await readVault(vault, secret)).reveal(), `The secret ${secret} of the vault ${vault}`);
}

function wrong(message: string, help: string): Fault {
  return new Fault('called-wrongly', message, { help });
}
