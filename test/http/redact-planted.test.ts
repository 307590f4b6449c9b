import type { Json } from '../../src/core/json.js';
import { redactHeaders, redactJson, redactText, redactUrl, type Tally } from '../../src/http/redact.js';
import { announced, named, phrases, visible } from './secrets.js';

/** Words around a secret, of which none may be lost. */
const WORDS = ['gpt-4o-2024-08-06', 'max_tokens', 'chatcmpl-9x8y7z6w5v'] as const;
const [MODEL, FIELD, ID] = WORDS;

/** What came out, and how many secrets were counted. */
interface Redacted {
  readonly out: string;
  readonly redactions: number;
}

function counted(redact: (tally: Tally) => unknown): Redacted {
  const tally = { redactions: 0 };
  const out = redact(tally);
  return { out: typeof out === 'string' ? out : JSON.stringify(out), redactions: tally.redactions };
}

const text = (given: string) => counted((tally) => redactText(given, tally));
const url = (given: string) => counted((tally) => redactUrl(given, tally));
const json = (given: Json) => counted((tally) => redactJson(given, tally));
const headers = (given: Readonly<Record<string, string>>) => counted((tally) => redactHeaders(given, tally));

type Places = Readonly<Record<string, Redacted>>;

const encoded = (value: Json) => Buffer.from(JSON.stringify(value)).toString('base64');
const inJson = (secret: Json) => ({ model: MODEL, [FIELD]: 16, nested: [{ id: ID, secret }] });

/** Everywhere that a secret known by its look may stand as a part of a text. */
function aroundText(secret: string): Places {
  const note = `${MODEL}: ${secret} (${FIELD}, ${ID})`;
  return {
    text: text(note),
    'text, at the beginning': text(`${secret} ${WORDS.join(' ')}`),
    'text, on a line of its own': text(`${WORDS.join('\n')}\n${secret}\n`),
    'JSON field': json(inJson(secret)),
    'JSON text': json(inJson(note)),
    'JSON list': json([...WORDS, [secret]]),
    'JSON, name of a field': json({ [secret]: [...WORDS] }),
    'JSON in a text': json(inJson(JSON.stringify(inJson(secret)))),
    'JSON in JSON in a text': json(inJson(JSON.stringify({ inner: JSON.stringify(inJson(secret)) }))),
    'broken JSON in a text': text(JSON.stringify(inJson(note)).slice(0, -3)),
    'base64 content': json({ '$content-type': 'application/json', $content: encoded(inJson(note)) }),
    'data URL': text(`see data:application/json;base64,${encoded(inJson(note))} there`),
    'percent escapes': text(`q=${encodeURIComponent(JSON.stringify(inJson(secret)))}`),
    'event stream': text(`data: ${JSON.stringify(inJson(note))}\n\ndata: [DONE]\n`),
    XML: text(`<?xml version="1.0"?><a b="${MODEL}"><note>${note}</note></a>`),
  };
}

/** Everywhere that a secret of one line, without spaces, may stand besides. */
function aroundWord(secret: string): Places {
  const escaped = encodeURIComponent(secret);
  const address = `https://x.example/${MODEL}/${FIELD}?id=${ID}`;
  return {
    header: headers({ 'x-model': MODEL, 'X-Note': `${FIELD} ${secret}`, 'x-id': ID }),
    'header alone': headers({ 'x-model': WORDS.join(), 'x-note': secret }),
    'URL, path': url(`https://x.example/${MODEL}/${secret}/${FIELD}?id=${ID}`),
    'URL, path escaped': url(`https://x.example/${MODEL}/${escaped}/${FIELD}?id=${ID}`),
    'URL, query': url(`${address}&q=${escaped}`),
    'URL, fragment': url(`${address}#${escaped}`),
    'URL in a query': url(`${address}&next=${encodeURIComponent(`https://y.example/?q=${escaped}`)}`),
    'URL in a text': text(`go to <${address}&q=${escaped}>.`),
    form: text(`${FIELD}=1&q=${escaped}&model=${MODEL}&id=${ID}`),
    'quoted word': text(`${MODEL} '${secret}' "${secret}x" ${FIELD} \`${ID}\``.replace(`"${secret}x" `, '')),
    'escaped line': text(`${MODEL}\\n${secret}\\n${FIELD} ${ID}`),
    'Markdown code': text(`${WORDS.join()} \`${secret}\`.`),
    'curl header': text(`curl https://x.example -H 'X-Note: ${secret}' -d '{"model":"${MODEL}","${FIELD}":"${ID}"}'`),
  };
}

/** Everywhere that a field of this name may stand in a body. */
function inField(name: string, secret: string): Places {
  const fields = { model: MODEL, [FIELD]: 16, [name]: secret, id: ID };
  const form = `model=${MODEL}&${FIELD}=16&${name}=${encodeURIComponent(secret)}&id=${ID}`;
  const shown = JSON.stringify(fields);
  const spelled = JSON.stringify(fields, null, 4);
  const python = `{'model': '${MODEL}', '${FIELD}': 16, '${name}': '${secret}', 'id': '${ID}'}`;
  const pairs = (key: string) => [
    { [key]: 'model', value: MODEL },
    { [key]: name, value: secret },
    { [key]: FIELD, value: ID },
  ];
  const xml = `<r><model>${MODEL}</model><${name}>${secret}</${name}><id>${ID}</id><n>${FIELD}</n></r>`;
  const part = (key: string, value: string) =>
    `--b\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  return {
    'JSON field': json(fields),
    'JSON field, deep': json({ a: [[{ b: fields }]] }),
    'JSON field, upper case': json({ ...inJson(1), [name.toUpperCase()]: secret }),
    'JSON field, camel case': json({
      ...inJson(1),
      [name.replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase())]: secret,
    }),
    'JSON field with an owner': json({ ...inJson(1), [`tickets_${name}`]: secret }),
    'JSON field, list': json({ ...inJson(1), [name]: [secret] }),
    'JSON field, parameter of a template': json({ ...inJson(1), parameters: { [name]: { value: secret } } }),
    'names and values': json({ list: pairs('name') }),
    'keys and values': json({ list: pairs('key') }),
    'names and values in a text': json({ text: JSON.stringify(pairs('name')) }),
    'names and values in broken JSON': text(JSON.stringify(pairs('name')).slice(1)),
    'JSON in a text': json({ arguments: shown }),
    'JSON in JSON in a text': json({ arguments: JSON.stringify({ arguments: shown }) }),
    'indented JSON in a text': text(spelled),
    'JSON behind words': text(`The answer was ${shown} and no more.`),
    'JSON behind words, escaped': text(`The answer was ${JSON.stringify(shown)} and no more.`),
    'JSON behind words, escaped twice': text(`The answer was ${JSON.stringify(JSON.stringify(shown))} and no more.`),
    'indented JSON behind words': text(`Answer:\n${spelled}\nThat was all.`),
    'JSON, cut off': text(shown.slice(0, -1)),
    'lines of JSON': text(`${shown}\n${JSON.stringify({ a: 1 })}\n`),
    'event stream': text(`event: x\ndata: ${shown}\n\n`),
    'base64 content': json({ '$content-type': 'application/json', $content: Buffer.from(shown).toString('base64') }),
    'base64 of a form': json({
      '$content-type': 'application/x-www-form-urlencoded',
      $content: Buffer.from(form).toString('base64'),
    }),
    'data URL': json({ file: `data:application/json;base64,${Buffer.from(shown).toString('base64')}` }),
    'percent escapes': text(`x?body=${encodeURIComponent(shown)}`),
    form: text(form),
    'form, first': text(`${name}=${encodeURIComponent(secret)}&model=${MODEL}&${FIELD}=16&id=${ID}`),
    multipart: text(`${part('model', MODEL)}${part(name, secret)}${part(FIELD, ID)}--b--\r\n`),
    XML: text(xml),
    'XML with attributes': text(xml.replace(`<${name}>`, `<${name} type="text">`)),
    'XML, escaped in JSON': json({ text: xml }),
    'XML of names and values': text(
      `<add key="model" value="${MODEL}"/><add key="${name}" value="${secret}"/><!-- ${FIELD} ${ID} -->`,
    ),
    YAML: text(`model: ${MODEL}\n${name}: ${secret}\n${FIELD}: 16\nid: ${ID}\n`),
    'YAML, quoted': text(`model: ${MODEL}\n  ${name}: "${secret}"\n${FIELD}: 16\nid: ${ID}\n`),
    'YAML in a list': text(`- model: ${MODEL}\n- ${name}: ${secret}\n- ${FIELD}: ${ID}`),
    'YAML, escaped': text(`model: ${MODEL}\\n${name}: ${secret}\\n${FIELD}: ${ID}`),
    'a program in Python': text(`call(model="${MODEL}", ${name.replaceAll('-', '_')}="${secret}", ${FIELD}="${ID}")`),
    'a program in JavaScript': text(
      `call({ model: '${MODEL}', ${name.replaceAll('-', '_')}: '${secret}', ${FIELD}: '${ID}' })`,
    ),
    'a dictionary of Python': text(`got ${python} back`),
    'a hash of Ruby': text(python.replaceAll(':', ' =>')),
    'variable of a shell': text(
      `export MODEL=${MODEL} ${FIELD}=${ID}\nexport ${name.replaceAll('-', '_').toUpperCase()}=${secret}\n`,
    ),
    'curl, JSON': text(`curl https://x.example/${MODEL} -d '${shown}'`),
    'curl, form': text(
      `curl https://x.example/${MODEL} -d ${FIELD}=1 --data-urlencode '${name}=${secret}' -d id=${ID}`,
    ),
    'connection string': text(`Model=${MODEL};${name}=${secret};${FIELD}=${ID}`),
  };
}

/** Everywhere that a parameter of this name may stand. */
function inParameter(name: string, secret: string): Places {
  const query = `${FIELD}=1&${name}=${encodeURIComponent(secret)}&id=${ID}`;
  return {
    'URL, query': url(`https://x.example/${MODEL}?${query}`),
    'URL, first in the query': url(`https://x.example/${MODEL}?${name}=${encodeURIComponent(secret)}&${FIELD}=${ID}`),
    'URL, upper case': url(
      `https://x.example/${MODEL}?${FIELD}=${ID}&${name.toUpperCase()}=${encodeURIComponent(secret)}`,
    ),
    'URL, name escaped': url(
      `/${MODEL}?${FIELD}=${ID}&${name.replace(/[-_]|$/, '%2D').replace(/%2D$/, '')}=${encodeURIComponent(secret)}`,
    ),
    'URL, only a query': url(`?${query}&model=${MODEL}`),
    'URL, fragment': url(`https://x.example/${MODEL}#${query}`),
    'header of a redirection': headers({ location: `https://x.example/${MODEL}?${query}` }),
    'query of a logic app': json({ queries: { [FIELD]: ID, [name]: secret }, model: MODEL }),
    'query of a HAR': json({
      queryString: [
        { name: FIELD, value: ID },
        { name, value: secret },
      ],
      model: MODEL,
    }),
    'query of Postman': json({
      query: [
        { key: FIELD, value: ID },
        { key: name, value: secret },
      ],
      model: MODEL,
    }),
    'form of OAuth': text(`grant_type=x&model=${MODEL}&${query}`),
    'JSON of OAuth': json({ grant_type: 'x', model: MODEL, [FIELD]: ID, [name]: secret }),
  };
}

/** Everywhere that a header of this name may stand. */
function inHeader(name: string, secret: string): Places {
  const others = { 'x-model': MODEL, 'x-limit': FIELD, 'x-request-id': ID };
  const lines = (before: string, end: string) =>
    [`${before}x-model: ${MODEL}`, `${before}${name}: ${secret}`, `${before}x-limit: ${FIELD} ${ID}`].join(end);
  const list = Object.entries({ 'x-model': MODEL, [name]: secret, 'x-limit': `${FIELD} ${ID}` });
  return {
    header: headers({ ...others, [name]: secret }),
    'header, lower case': headers({ ...others, [name.toLowerCase()]: secret }),
    'header, upper case': headers({ ...others, [name.toUpperCase()]: secret }),
    'headers in JSON': json({ headers: { ...others, [name]: secret } }),
    'headers in JSON, lists': json({ headers: { ...others, [name]: [secret] } }),
    'headers of a HAR': json({ headers: list.map(([key, value]) => ({ name: key, value })) }),
    'headers of Postman': json({ header: list.map(([key, value]) => ({ key, value })) }),
    'headers of Node': json({ rawHeaders: list.flat() }),
    'headers in pairs': json({ headers: list }),
    trace: text(`GET / HTTP/1.1\r\n${lines('', '\r\n')}\r\n\r\n`),
    'trace of curl': text(`> GET / HTTP/1.1\n${lines('> ', '\n')}\n`),
    'trace in JSON': json({ log: `GET / HTTP/1.1\r\n${lines('', '\r\n')}` }),
    'trace, escaped': text(`GET / HTTP/1.1\\r\\n${lines('', '\\r\\n')}`),
    'curl, single quotes': text(
      `curl https://x.example -H 'x-model: ${MODEL}' -H '${name}: ${secret}' -H 'x: ${FIELD} ${ID}'`,
    ),
    'curl, double quotes': text(
      `curl https://x.example --header "${name}: ${secret}" --header "x: ${WORDS.join(' ')}"`,
    ),
    'curl, escaped quotes': text(`"curl https://x.example -H \\"${name}: ${secret}\\" -H \\"x: ${WORDS.join(' ')}\\""`),
  };
}

/** Says in which places something went wrong: the secret, or a form of it, is there; a word is lost; the count is wrong. */
function wrong(secret: string, places: Places, count = 1): readonly string[] {
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret)
      .toString('base64')
      .replace(/..?=*$/, ''),
  ];
  return Object.entries(places).flatMap(([place, { out, redactions }]) => {
    const plain = unwrapped(out);
    const found = forms.filter((form) => plain.includes(form)).map(() => `${place}: it is still there: ${out}`);
    const lost = WORDS.filter((word) => !plain.includes(word)).map((word) => `${place}: ${word} is lost: ${out}`);
    return [
      ...found.slice(0, 1),
      ...lost,
      ...(redactions === count ? [] : [`${place}: counted ${redactions}: ${out}`]),
    ];
  });
}

/** A text, and what of it is in base64 or percent-encoded. */
function unwrapped(out: string): string {
  const base64 = [...out.matchAll(/[\w+/-]{24,}={0,2}/g)].map(([found]) => Buffer.from(found, 'base64').toString());
  const escapes = out.replace(/(?:%[0-9A-F]{2})+/gi, (found) => decodeURIComponent(found));
  return [out, escapes, ...base64].join('\n');
}

test('how many kinds there are, and that no two are alike', () => {
  const kinds = [...visible, ...phrases, ...announced, ...named];
  expect([kinds.length, new Set(kinds.map(({ kind }) => kind)).size]).toEqual([75, 75]);
});

test.each([...visible, ...phrases])('$kind, in every place of a text', ({ value }) => {
  expect(wrong(value, aroundText(value))).toEqual([]);
});

test.each(visible)('$kind, in every place of a word', ({ value }) => {
  expect(wrong(value, aroundWord(value))).toEqual([]);
});

test.each(announced)('$kind, in every place of a text', ({ before, value, after }) => {
  const places = aroundText(`${before}${value}${after}`);
  expect(wrong(value, places)).toEqual([]);
});

test.each(named)('$kind, under its names', ({ value, names: { header, parameter, field } }) => {
  expect([
    ...(header === undefined ? [] : wrong(value, inHeader(header, value))),
    ...(parameter === undefined ? [] : wrong(value, inParameter(parameter, value))),
    ...(field === undefined ? [] : wrong(value, inField(field, value))),
  ]).toEqual([]);
});
