import { gatewayRefusals } from './gateway-refusals.js';
import { usage } from './reference-usage.js';
import { refusals } from './refusals.js';
import { routes } from './routes.js';
import { KEPT_RUNS } from './run/keep-run.js';
import type { Source } from './source.js';

/** What is emulated and how well that is known, in Markdown. */
export function emulatorReference(): string {
  return [
    '<!-- Made from src/emulator/; do not edit. test/emulator/reference.test.ts says how to make it anew. -->',
    '# The emulator',
    'Azure as far as connectors and playbooks need it, without Azure: Azure Resource Manager, the gateway that passes calls of connections on, the store of definitions, workflows that run, and Microsoft Sentinel as they find it. It keeps nobody out, and reaches nobody but the services that connectors name.',
    usage,
    '## What can be asked',
    'How well an answer is known: *recorded*, a real response; *spec*, the official API specification; *portal*, the code of the Azure portal’s designer; *issue*, a response that somebody pasted into an issue, or a file, on GitHub; *docs*, Microsoft’s documentation; *guess*, nobody told us.',
    table(
      ['request', 'api-versions', 'known from'],
      routes.map(({ method, path, versions, source }) => [`\`${method} ${path}\``, shortened(versions), from(source)]),
    ),
    'Definitions lie under `/api-swagger-files/<32 digits>.json_original` (as sent: recorded) and `.json` (as the gateway has it: guess), with an address that holds for a day (recorded). `?export=true` gives the definition itself (portal), by `settings.exportGives` as sent, as the gateway has it, or not at all.',
    'Calls of a connection go to `/apim/<connector>/<connection>/<path of the operation>` (recorded for the first two parts; guess for the third: digits, or the connection’s name).',
    'Workflows with a Request trigger are called at `/workflows/<32 digits>/triggers/<name>/paths/invoke`, with the signature that `listCallbackUrl` gives (recorded in many public repositories): 202, or what a Response action says. Below that address are the contents of runs, behind `inputsLink` and `outputsLink`.',
    "Microsoft Graph knows one service principal: `/v1.0/servicePrincipals(appId='98785600-1bb7-4fb9-b9fa-19afe2c8a360')` gives the object id of Azure Security Insights (docs), the same in each emulator.",
    '## How a workflow runs',
    [
      '- The engine of `playbook run` runs it, in the background: `runPlaybook`, an automation rule on a new incident, a trigger’s `run` or its address begin a run. Its clock is its own: waiting takes no time. A run that would not end is given up.',
      '- Calls of a custom connector go through the gateway as any other call does, with the key that the connection has in memory.',
      '- Calls of Microsoft Sentinel’s connector work on the incidents of the emulator, as the identity of the workflow: without a role that allows it the answer is 403, with the body that was seen in github:Azure/Azure-Sentinel#4549. Which right an operation needs is inferred from such errors.',
      '- HTTP actions are answered by `--samples` (an equal request, else one with the same method and path) or `--upstream`; without them, and of other connectors, the action fails with the code `EmulatorCannotAnswer`.',
      '- To start a playbook on an incident Azure Security Insights needs a role on it (Microsoft Sentinel Automation Contributor). It is looked for when the playbook is run, and when an automation rule is written.',
      `- The last ${KEPT_RUNS} runs of a workflow are kept. What \`secureData\` hides has no link. Of a history above 256 KiB the rounds of loops are not kept, then no contents.`,
      '- Secure parameters are in memory only: after a restart a run that needs one fails, until the workflow is published again.',
    ].join('\n'),
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
      '- Resource groups, subscriptions and workspaces (with Microsoft Sentinel on them) are made as they are named, unless the settings say otherwise.',
      '- A key is kept in memory only: after a restart the gateway answers that the connection wants its key again.',
      '- A definition behind an address of the customer’s is not fetched; such a connector can be kept, and not called.',
      '- Everything is done at once: no operation answers 202.',
      '- No token is looked at, and nobody has fewer rights than another, unless `settings.forbidden` says so.',
      '- The caller needs no role. Roles count for workflows and for Azure Security Insights; those that are not in the list of role definitions grant nothing.',
      '- An incident that a playbook makes starts no automation rule. Rules run playbooks on new incidents, under conditions on properties; other actions are kept and do nothing, and a rule with another kind of condition never fires.',
      '- No alert makes an incident, no query runs, no incident trigger subscribes anywhere.',
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
