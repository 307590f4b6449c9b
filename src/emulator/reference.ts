import { gatewayRefusals } from './gateway-refusals.js';
import { usage } from './reference-usage.js';
import { refusals } from './refusals.js';
import { routes } from './routes.js';
import type { Source } from './source.js';

/** What is emulated and how well that is known, in Markdown. */
export function emulatorReference(): string {
  return [
    '<!-- Made from src/emulator/; do not edit. test/emulator/reference.test.ts says how to make it anew. -->',
    '# The emulator',
    'Azure as far as connectors need it, without Azure: Azure Resource Manager, the gateway that passes calls of connections on, and the store of definitions. It keeps nobody out, runs no workflow, and reaches no one by itself.',
    usage,
    '## What can be asked',
    'How well an answer is known: *recorded*, a real response; *spec*, the official API specification; *portal*, the code of the Azure portal’s designer; *issue*, a response that somebody pasted into an issue, or a file, on GitHub; *docs*, Microsoft’s documentation; *guess*, nobody told us.',
    table(
      ['request', 'api-versions', 'known from'],
      routes.map(({ method, path, versions, source }) => [`\`${method} ${path}\``, shortened(versions), from(source)]),
    ),
    'Definitions lie under `/api-swagger-files/<32 digits>.json_original` (as sent: recorded) and `.json` (as the gateway has it: guess), with an address that holds for a day (recorded). `?export=true` gives the definition itself (portal), by `settings.exportGives` as sent, as the gateway has it, or not at all.',
    'Calls of a connection go to `/apim/<connector>/<connection>/<path of the operation>` (recorded for the first two parts; guess for the third: digits, or the connection’s name).',
    '## What is refused',
    table(
      ['status', 'code', 'when', 'known from'],
      Object.values(refusals).map(({ status, code, when, source }) => [
        String(status),
        `\`${code}\``,
        when,
        from(source),
      ]),
    ),
    '## What the gateway refuses',
    table(
      ['status', 'when', 'known from'],
      Object.values(gatewayRefusals).map(({ status, when, source }) => [String(status), when, from(source)]),
    ),
    '## What is not as in Azure',
    [
      '- Resource groups and subscriptions are made as they are named, unless the settings say otherwise.',
      '- A key is kept in memory only: after a restart the gateway answers that the connection wants its key again.',
      '- A definition behind an address of the customer’s is not fetched; such a connector can be kept, and not called.',
      '- Everything is done at once: no operation answers 202.',
      '- No token is looked at, and nobody has fewer rights than another, unless `settings.forbidden` says so.',
      '- No workflow runs, no template is deployed, no role assignment grants anything.',
      '- Its state has at most 32 MiB, definitions not counted.',
      '- Of definitions those are refused that have an error by OpenAPI 2.0, or two paths that differ in case only. Azure’s own list is not published.',
    ].join('\n'),
    '',
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function from({ kind, of }: Source): string {
  return `*${kind}*: ${of}`;
}

/** The first and the last of many. */
function shortened(versions: readonly string[]): string {
  return versions.length <= 2 ? versions.join(', ') : `${versions[0]} … ${versions.at(-1)}`;
}
