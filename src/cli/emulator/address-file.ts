import { isObject, own, type Json } from '../../core/json.js';
import { readJson } from '../../core/json-read.js';
import { writeJson } from '../../core/json-write.js';
import type { World } from '../world.js';
import { write } from './write.js';

/** Where a running emulator is reached, and which one it is. */
export interface EmulatorAddress {
  /** Where Azure Resource Manager is, without an ending slash. */
  readonly arm: string;
  /** Where calls of connections go, without an ending slash. */
  readonly gateway: string;
  readonly tls: {
    /** The same as `arm`, with TLS. */
    readonly url: string;
    /** The file with the certificate that clients have to trust, in PEM. */
    readonly certificate: string;
  };
  readonly pid: number;
  /** Another each time that an emulator is started. */
  readonly instance: string;
}

/** What an address file holds: its text, to see whether it is still the same one, and what it says. */
export interface AddressFile {
  readonly text: string;
  /** Undefined where it is none that we wrote. */
  readonly address: EmulatorAddress | undefined;
}

/** Bytes of an address file. A path in it has at most some thousand. */
const MOST_BYTES = 65_536;

const fileIn = (folder: string) => `${folder}/address.json`;

/** Reads the address in a state folder; undefined where there is none. */
export function readAddress(world: World, folder: string): AddressFile | undefined {
  const bytes = world.read(fileIn(folder), MOST_BYTES);
  if (!(bytes instanceof Uint8Array)) return undefined;
  const text = new TextDecoder().decode(bytes);
  return { text, address: addressIn(readJson('', text).value) };
}

/** Writes it. Throws a `Fault` where that is refused. */
export function writeAddress(world: World, folder: string, address: EmulatorAddress): void {
  const { arm, gateway, tls, pid, instance } = address;
  const { url, certificate } = tls;
  const text = writeJson({ formatVersion: 1, arm, gateway, tls: { url, certificate }, pid, instance });
  write(world, fileIn(folder), text);
}

/** Deletes it where it is the one of this emulator. */
export function removeAddress(world: World, folder: string, { instance }: EmulatorAddress): void {
  if (readAddress(world, folder)?.address?.instance === instance) world.remove(fileIn(folder));
}

function addressIn(value: Json | undefined): EmulatorAddress | undefined {
  if (!isObject(value)) return undefined;
  const tls = own(value, 'tls');
  const [arm, gateway, instance] = ['arm', 'gateway', 'instance'].map((name) => own(value, name));
  const [url, certificate] = ['url', 'certificate'].map((name) => (isObject(tls) ? own(tls, name) : undefined));
  const pid = own(value, 'pid');
  if (!isLoopback(arm) || !isLoopback(gateway) || !isLoopback(url)) return undefined;
  if (typeof instance !== 'string' || typeof certificate !== 'string' || typeof pid !== 'number') return undefined;
  return { arm, gateway, tls: { url, certificate }, pid, instance };
}

/** Whatever a file says: what is sent to the emulator goes nowhere else. */
function isLoopback(url: Json | undefined): url is string {
  return typeof url === 'string' && /^https?:\/\/127\.0\.0\.1:\d{1,5}(?:\/apim)?$/.test(url);
}
