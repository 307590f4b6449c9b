// A small API on loopback that the fixtures of test/recording are recorded from: JSON, compressed and not, text, bytes, nothing, errors.
import http from 'node:http';
import { createSecureServer } from 'node:http2';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The ports stand in the recorded URLs, so they are always the same. */
const [PORT, SECURE_PORT] = [4020, 4021];
export const ORIGIN = `http://127.0.0.1:${PORT}`;
export const SECURE_ORIGIN = `https://127.0.0.1:${SECURE_PORT}`;
/** Another origin than the API's, so that a browser asks before it calls. */
export const PAGE = `http://localhost:${PORT}/`;
/** No secret: the server looks at no key. */
const KEY = 'test-key';

/** What every recorder calls, in this order. */
export const calls = [
  { method: 'GET', path: '/v1/tickets?limit=2&q=a%20b' },
  { method: 'GET', path: '/v1/tickets/7?expand=owner' },
  { method: 'POST', path: '/v1/tickets', type: 'application/json', body: '{"subject":"No paper","tags":[]}' },
  { method: 'GET', path: '/v1/tickets/999' },
  { method: 'DELETE', path: '/v1/tickets/7' },
  { method: 'GET', path: '/v1/tickets/7/photo' },
  { method: 'PUT', path: '/v1/tickets/7/photo', type: 'image/x-raw', bytes: [255, 254, 0, 1] },
  { method: 'GET', path: '/v1/readme' },
  { method: 'GET', path: '/v1/state' },
  {
    method: 'POST',
    path: '/v1/login',
    type: 'application/x-www-form-urlencoded',
    body: 'user=J%C3%BCrgen&remember=yes',
  },
];

const ticket = { id: 7, subject: 'Printer on fire', owner: null, tags: ['hardware'], price: 12.5 };
const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const json = (value, status = 200) => ({ status, type: 'application/json', body: JSON.stringify(value) });
const text = (type, body) => ({ status: 200, type: `${type}; charset=utf-8`, body });

const answers = {
  'GET /v1/tickets': () => json({ tickets: [ticket, { ...ticket, id: 8, owner: 'Jürgen' }], next: null }),
  'GET /v1/tickets/7': () => ({ ...json(ticket), coding: 'gzip' }),
  'POST /v1/tickets': (body) => ({ ...json({ ...ticket, ...JSON.parse(body) }, 201), coding: 'br' }),
  'DELETE /v1/tickets/7': () => ({ status: 204, body: '' }),
  'GET /v1/tickets/7/photo': () => ({ status: 200, type: 'image/png', body: photo }),
  'PUT /v1/tickets/7/photo': () => ({ status: 202, body: '' }),
  'GET /v1/readme': () => text('text/plain', 'Grüße, 世界\n'),
  'GET /v1/state': () => json('open'),
  'POST /v1/login': (body) => json({ form: Object.fromEntries(new URLSearchParams(body)) }),
  'GET /': () =>
    text('text/html', '<link rel="stylesheet" href="/style.css"><img src="/logo.png"><script src="/app.js"></script>'),
  'GET /style.css': () => text('text/css', 'body { color: teal }'),
  'GET /logo.png': () => ({ status: 200, type: 'image/png', body: photo }),
  'GET /app.js': () =>
    text(
      'text/javascript',
      `(${app})(${JSON.stringify({ calls, api: SECURE_ORIGIN, closed: 'http://127.0.0.1:4029/' })})`,
    ),
};
const coders = { gzip: gzipSync, br: brotliCompressSync };

/** What the page does: the calls, one after the other, one to a closed port and one that is no request; then its title is `done`. */
async function app({ calls, api, closed }) {
  for (const { method, path, type, body, bytes } of calls) {
    const headers = { authorization: 'Bearer test-key', ...(type && { 'content-type': type }) };
    const answer = await fetch(api + path, { method, headers, body: bytes ? new Uint8Array(bytes) : body });
    await answer.arrayBuffer();
  }
  await fetch(closed).catch(() => {});
  await fetch('data:application/json,{}');
  document.title = 'done';
}

async function answer(request, response) {
  const chunks = await request.toArray();
  const path = request.url.split('?')[0];
  const found = answers[`${request.method} ${path}`]?.(Buffer.concat(chunks).toString());
  const preflight = request.method === 'OPTIONS' ? { status: 204, body: '' } : undefined;
  const missing = json({ error: { code: 'not_found', message: `There is no ${path}.` } }, 404);
  const { status, type, body, coding } = found ?? preflight ?? missing;
  response.sendDate = false;
  response.writeHead(status, {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization,content-type',
    'access-control-allow-methods': 'GET,POST,PUT,DELETE',
    'x-request-id': 'tickets',
    ...(type && { 'content-type': type }),
    ...(coding && { 'content-encoding': coding }),
  });
  response.end(coding ? coders[coding](body) : body);
}

/** Starts the API, with a certificate over HTTP/2 too; gives the function that stops it. */
export async function startTickets(certificate) {
  const servers = [http.createServer(answer).listen(PORT)];
  if (certificate) servers.push(createSecureServer({ ...certificate, allowHTTP1: true }, answer).listen(SECURE_PORT));
  for (const server of servers) if (!server.listening) await new Promise((done) => server.once('listening', done));
  return () => servers.forEach((server) => server.close());
}

/** Makes one of the calls, with Node's own client; through a proxy on loopback where its port is given. */
export function send({ method, path, type, body, bytes }, proxyPort) {
  const headers = { authorization: `Bearer ${KEY}`, ...(type && { 'content-type': type }) };
  const way = proxyPort ? { port: proxyPort, path: ORIGIN + path } : { port: PORT, path };
  return new Promise((done, failed) => {
    const options = {
      host: '127.0.0.1',
      ...way,
      method,
      headers: { host: new URL(ORIGIN).host, ...headers },
      agent: false,
    };
    const sent = http.request(options, (answered) => answered.on('end', done).resume());
    sent.on('error', failed);
    sent.end(bytes ? Buffer.from(bytes) : body);
  });
}

/** Loads a package that is installed in another folder: the recorders are no dependencies of this project. */
export async function toolFrom(folder, name) {
  const loaded = await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve(name)));
  return { ...loaded.default, ...loaded };
}

/** The version of a package that is installed in another folder. */
export function versionIn(folder, name) {
  return createRequire(join(folder, 'package.json'))(join(folder, 'node_modules', name, 'package.json')).version;
}
