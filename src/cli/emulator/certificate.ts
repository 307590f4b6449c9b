import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { bits, integer, octets, oid, sequence, setOf, tagged, text, time, yes } from './der.js';

/** What a server on loopback needs for TLS, in PEM. */
export interface LoopbackTls {
  /** Of an authority that signed this one certificate: what clients have to trust. */
  readonly authority: string;
  readonly cert: string;
  /** Never to be written. */
  readonly key: string;
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Clients refuse certificates that hold for much more than a year. */
const VALID_DAYS = 365;

/**
 * A certificate for 127.0.0.1 and localhost, and the authority that signed it, by RFC 5280.
 * The authority's key is kept nowhere: it signs nothing else, ever, and whoever trusts it trusts this server alone.
 */
export function loopbackTls(now: number): LoopbackTls {
  const authority = freshKeys();
  const server = freshKeys();
  const issuer = nameOf(`connector-kit emulator ${randomBytes(4).toString('hex')}`);
  const by = { now, issuer, signer: authority.privateKey };
  const root = signed({
    ...by,
    subject: issuer,
    key: authority.publicKey,
    extensions: ofAuthority(authority.publicKey),
  });
  const extensions = ofServer(authority.publicKey);
  const cert = signed({ ...by, subject: nameOf('localhost'), key: server.publicKey, extensions });
  return { authority: root, cert, key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function freshKeys() {
  return generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
}

function nameOf(commonName: string): Buffer {
  return sequence(setOf(sequence(oid('2.5.4.3'), text(commonName))));
}

/** RFC 5280 section 4.2.1: extensions by their identifiers. One that is critical nobody may overlook. */
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), octets(value));
const critical = (id: string, value: Buffer): Buffer => sequence(oid(id), yes, octets(value));
const keyUsage = '2.5.29.15';
const basicConstraints = '2.5.29.19';

function ofAuthority(key: KeyObject): readonly Buffer[] {
  return [
    critical(basicConstraints, sequence(yes, integer(Buffer.from([0])))), // and none below it
    critical(keyUsage, bits(Buffer.from([0b0000_0100]), 2)), // keyCertSign
    extension('2.5.29.14', octets(identifierOf(key))),
  ];
}

function ofServer(authority: KeyObject): readonly Buffer[] {
  const names = sequence(tagged(0x82, Buffer.from('localhost')), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  return [
    critical(basicConstraints, sequence()),
    critical(keyUsage, bits(Buffer.from([0b1000_0000]), 7)), // digitalSignature
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))), // serverAuth
    extension('2.5.29.17', names),
    extension('2.5.29.35', sequence(tagged(0x80, identifierOf(authority)))),
  ];
}

/** Tells one key from another. */
function identifierOf(key: KeyObject): Buffer {
  return createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest();
}

interface ToSign {
  readonly now: number;
  readonly issuer: Buffer;
  readonly signer: KeyObject;
  readonly subject: Buffer;
  readonly key: KeyObject;
  readonly extensions: readonly Buffer[];
}

/** RFC 5280 section 4.1. */
function signed({ now, issuer, signer, subject, key, extensions }: ToSign): string {
  const algorithm = sequence(oid('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.from([1, ...randomBytes(15)])),
    algorithm,
    issuer,
    sequence(time(now - DAY_MILLISECONDS), time(now + VALID_DAYS * DAY_MILLISECONDS)),
    subject,
    key.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions)),
  );
  const bytes = sequence(content, algorithm, bits(sign('sha256', content, signer)));
  const lines = bytes.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}
