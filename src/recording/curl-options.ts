import { didYouMean } from '../core/nearest.js';
import { shorten } from '../core/shorten.js';
import type { OffsetReport } from './http-message.js';
import { partOf } from './curl-excerpt.js';
import type { Word } from './curl-words.js';

/** One argument of a curl command: an option by its long name, with its value where it takes one, or an address. */
export interface Argument {
  /** `url` for an address. */
  readonly name: string;
  /** Empty for an option that takes none. */
  readonly value: Word;
}

/** The options that take a value, as `curl --help all` of versions 7.88 and 8.16 list them. */
const WITH_VALUE: ReadonlySet<string> = new Set(
  [
    'abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to',
    'continue-at cookie cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode',
    'delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine',
    'etag-compare etag-save expect100-timeout form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port',
    'ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header hostpubmd5 hostpubsha256 hsts interface',
    'ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port login-options',
    'mail-auth mail-from mail-rcpt max-filesize max-redirs max-time netrc-file noproxy oauth2-bearer output output-dir',
    'parallel-max parallel-max-host pass pinnedpubkey preproxy proto proto-default proto-redir proxy proxy-cacert',
    'proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type',
    'proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword',
    'proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request request-target resolve',
    'retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5 socks5-gssapi-service',
    'socks5-hostname speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers',
    'tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket upload-file upload-flags url url-query',
    'user user-agent variable vlan-priority write-out',
  ].flatMap((line) => line.split(' ')),
);
/** Those that take none. Any of both may have `no-` before it. */
const WITHOUT_VALUE: ReadonlySet<string> = new Set(
  [
    'alpn anyauth append basic ca-native cert-status clobber compressed compressed-ssh create-dirs crlf digest disable',
    'disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure dump-ca-embed eprt epsv fail',
    'fail-early fail-with-body false-start follow form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip',
    'ftp-ssl-ccc ftp-ssl-control ftp-ssl-reqd get globoff haproxy-protocol head help http0.9 http1.0 http1.1 http2',
    'http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies',
    'keepalive list-only location location-trusted mail-rcpt-allowfails manual metalink mptcp negotiate netrc',
    'netrc-optional next npn ntlm ntlm-wb out-null parallel parallel-immediate path-as-is post301 post302 post303',
    'progress-bar progress-meter proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure',
    'proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw',
    'remote-header-name remote-name remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused',
    'sasl-ir sessionid show-error show-headers silent skip-existing socks5-basic socks5-gssapi socks5-gssapi-nec ssl',
    'ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort sslv2 sslv3 styled-output',
    'suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tls-earlydata tlsv1 tlsv1.0 tlsv1.1 tlsv1.2',
    'tlsv1.3 tr-encoding trace-ids trace-time use-ascii verbose version xattr buffer',
  ].flatMap((line) => line.split(' ')),
);
/** The short names, each before its long one. */
const SHORT: ReadonlyMap<string, string> = new Map(
  [
    'A user-agent,b cookie,c cookie-jar,C continue-at,d data,D dump-header,e referer,E cert,F form,G get,H header',
    'I head,K config,m max-time,o output,P ftp-port,Q quote,r range,t telnet-option,T upload-file,u user,U proxy-user',
    'w write-out,x proxy,X request,y speed-time,Y speed-limit,z time-cond,: next',
  ].flatMap((line) => line.split(',').map((pair) => [pair.slice(0, 1), pair.slice(2)] as const)),
);
/** The other short names, none of which takes a value. */
const SHORT_WITHOUT_VALUE = '0123#46aBfghiJjklLMnNOpqRsSvVZ';

/** How many short options can stand in one word. Curl has fewer, and a word may be as long as the file. */
const LONGEST_SHORT = 60;

/** The arguments of a curl command, from the words behind its name. One that is not known is reported, and the last that is read. */
export function argumentsOf(words: readonly Word[], report: OffsetReport): readonly Argument[] {
  const found: Argument[] = [];
  let optionsEnd = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (optionsEnd || !/^-./.test(word.text)) found.push({ name: 'url', value: word });
    else if (word.text === '--') optionsEnd = true;
    else {
      const next = words[at + 1];
      const { options, tookNext } = word.text.startsWith('--') ? long(word, next, report) : short(word, next, report);
      if (options === undefined) return found;
      found.push(...options);
      if (tookNext) at += 1;
    }
  }
  return found;
}

interface Options {
  /** Undefined where one is not known, so that nobody knows what the next word is. */
  readonly options: readonly Argument[] | undefined;
  /** Whether the next word is the value of the last of them. */
  readonly tookNext: boolean;
}

function long(word: Word, next: Word | undefined, report: OffsetReport): Options {
  const name = word.text.slice('--'.length).replace(/^expand-/, '');
  if (WITHOUT_VALUE.has(name) || isNegative(name))
    return { options: [{ name, value: { ...rest(word, word.text.length), start: word.start } }], tookNext: false };
  if (WITH_VALUE.has(name)) return withValue({ name, word, next }, report);
  const known = [...WITH_VALUE, ...WITHOUT_VALUE].map((option) => `--${option}`);
  // What looks like no option may be anything, a credential too.
  const shown = /^--[a-z-]{1,30}$/.test(word.text) ? `The option "${word.text}"` : 'The option';
  report(word.start, `${shown} is not known, expected one of curl's.${didYouMean(word.text, known)}`);
  return { options: undefined, tookNext: false };
}

function isNegative(name: string): boolean {
  return name.startsWith('no-') && (WITHOUT_VALUE.has(name.slice(3)) || WITH_VALUE.has(name.slice(3)));
}

/** Short options may stand together, the last one with its value: `-sXPOST`. */
function short(word: Word, next: Word | undefined, report: OffsetReport): Options {
  const options: Argument[] = [];
  for (let at = 1; at < word.text.length; at++) {
    const letter = word.text.charAt(at);
    const name = SHORT.get(letter);
    if (name === undefined && at < LONGEST_SHORT && SHORT_WITHOUT_VALUE.includes(letter)) continue;
    if (name === undefined || at === LONGEST_SHORT) {
      report(word.start, `The option ${shorten(`-${letter}`)} is not known, expected one of curl's.`);
      return { options: undefined, tookNext: false };
    }
    if (!WITH_VALUE.has(name)) options.push({ name, value: rest(word, at + 1) });
    else if (at + 1 < word.text.length)
      return { options: [...options, { name, value: rest(word, at + 1) }], tookNext: false };
    else {
      const last = withValue({ name, word, next }, report);
      return { options: last.options && [...options, ...last.options], tookNext: last.tookNext };
    }
  }
  return { options, tookNext: false };
}

function withValue(
  { name, word, next }: { readonly name: string; readonly word: Word; readonly next: Word | undefined },
  report: OffsetReport,
): Options {
  if (next !== undefined) return { options: [{ name, value: next }], tookNext: true };
  report(word.start, `The option "--${name}" is the last word of the command, expected its value behind it.`);
  return { options: [], tookNext: false };
}

/** What stands behind an option in the same word. */
function rest(word: Word, from: number): Word {
  return { ...partOf(word, from, word.text.length), start: word.offsetAt(from), computed: word.computed };
}
