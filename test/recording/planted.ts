import type { Json } from '../../src/core/json.js';
import { announced, named, phrases, visible } from '../http/secrets.js';

/** Words of which none may be lost: each stands in every part of every exchange. */
export const WORDS = ['gpt-4o-2024-08-06', 'max_tokens', 'chatcmpl-9x8y7z6w5v'] as const;
const [MODEL, FIELD, ID] = WORDS;

/** A body as it was on the wire. */
export interface Content {
  readonly type: string;
  readonly text: string;
  /** The same, where it is JSON. */
  readonly json?: Json;
  /** The same, where it is a form. */
  readonly fields?: readonly (readonly [name: string, value: string])[];
}

/** An exchange with a secret in it, for a recorder of any format to keep. */
export interface Planted {
  readonly kind: string;
  readonly secret: string;
  /** Absolute. Every request is a POST, every answer has the status 200. */
  readonly url: string;
  /** Of the request and of the answer, without a content type. */
  readonly headers: Readonly<Record<string, string>>;
  readonly sent: Content;
  readonly answered: Content;
}

const HOST = 'https://api.contoso.com';
const plainUrl = `${HOST}/${MODEL}/x?${FIELD}=16&id=${ID}`;
const plainHeaders = { 'x-model': MODEL, 'x-limit': FIELD, 'x-request-id': ID };

const json = (value: Json): Content => ({ type: 'application/json', text: JSON.stringify(value), json: value });
const text = (type: string, content: string): Content => ({ type, text: content });
const form = (fields: readonly (readonly [string, string])[]): Content => ({
  type: 'application/x-www-form-urlencoded',
  text: fields.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
  fields,
});
const fieldsWith = (name: string, value: string) =>
  [
    ['model', MODEL],
    [FIELD, '16'],
    [name, value],
    ['id', ID],
  ] as const;
const object = (fields: readonly (readonly [string, Json])[]) => Object.fromEntries(fields);

/** Exchanges in which a part of a text is known by its look: alone, in a sentence, as a field's name, in another encoding. */
function inTexts(kind: string, secret: string, whole = secret): readonly Planted[] {
  const note = `${MODEL}: ${whole} (${FIELD}, ${ID})`;
  const base = { kind, secret, url: plainUrl, headers: plainHeaders };
  const inner = JSON.stringify({ note });
  return [
    {
      ...base,
      sent: json({ model: MODEL, [FIELD]: 16, id: ID, list: [{ note }, whole] }),
      answered: json({ model: MODEL, [FIELD]: [whole], id: ID, [whole]: 1 }),
    },
    {
      ...base,
      sent: json({ arguments: JSON.stringify({ arguments: inner }), words: [...WORDS] }),
      answered: json({
        words: [...WORDS],
        $content: Buffer.from(inner).toString('base64'),
        url: `data:text/plain;base64,${Buffer.from(note).toString('base64')}`,
      }),
    },
    {
      ...base,
      sent: text('text/plain', note),
      answered: text('text/event-stream', `data: ${inner}\n\ndata: [DONE]\n\n`),
    },
    { ...base, sent: form(fieldsWith('q', whole)), answered: text('application/xml', `<a><b>${note}</b></a>`) },
  ];
}

/** The same, with a word that is known by its look also in the address and in a header: alone, and among others. */
function inLines(kind: string, secret: string): readonly Planted[] {
  const escaped = encodeURIComponent(secret);
  const lines = [
    { url: `${plainUrl}&q=${escaped}#${escaped}`, headers: { ...plainHeaders, 'x-note': secret } },
    {
      url: plainUrl.replace('/x?', `/${escaped}?`),
      headers: { ...plainHeaders, 'x-note': `see ${secret}, please` },
    },
  ];
  return inTexts(kind, secret).map((exchange, at) => ({ ...exchange, ...lines[at] }));
}

/** Exchanges in which a value is known by its name. */
function underNames({ kind, value: secret, names }: (typeof named)[number]): readonly Planted[] {
  const base = {
    kind,
    secret,
    url: plainUrl,
    headers: plainHeaders,
    sent: json({ words: [...WORDS] }),
    answered: json({ words: [...WORDS] }),
  };
  const { header, parameter, field } = names;
  const planted: Planted[] = [];
  if (header !== undefined) planted.push({ ...base, headers: { ...plainHeaders, [header]: secret } });
  if (parameter !== undefined) {
    planted.push({ ...base, url: `${plainUrl}&${parameter}=${encodeURIComponent(secret)}` });
    planted.push({ ...base, sent: form([['grant_type', 'x'], ...fieldsWith(parameter, secret)]) });
  }
  if (field !== undefined) {
    const fields = fieldsWith(field, secret);
    const inner = JSON.stringify(object(fields));
    planted.push(
      { ...base, sent: json(object(fields)), answered: json({ list: [{ deep: object(fields) }] }) },
      {
        ...base,
        sent: form(fields),
        answered: text('application/xml', `<a><m>${WORDS.join(' ')}</m><${field}>${secret}</${field}></a>`),
      },
      { ...base, sent: json({ arguments: inner }), answered: text('text/event-stream', `data: ${inner}\n\n`) },
      {
        ...base,
        sent: json({ $content: Buffer.from(inner).toString('base64'), words: [...WORDS] }),
        answered: json({ headers: fields.map(([name, value]) => ({ name, value })) }),
      },
    );
  }
  return planted;
}

/** Every kind of secret at every place that an exchange has. */
export const planted: readonly Planted[] = [
  ...phrases.flatMap(({ kind, value }) => inTexts(kind, value)),
  ...visible.flatMap(({ kind, value }) => inLines(kind, value)),
  ...announced.flatMap(({ kind, before, value, after }) => inTexts(kind, value, `${before}${value}${after}`)),
  ...named.flatMap(underNames),
];
