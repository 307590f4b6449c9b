import { GENERATED, type ExportFile } from './export-file.js';
import type { Exported } from './exported.js';
import { fleetStacksReadme } from './fleet-stacks-readme.js';
import { distinct } from './identifier.js';
import { mostTargets, stackFile, stackParametersFile } from './stack.js';
import type { StackTarget } from './stack-target.js';

/** Targets of one connector in one subscription. */
export interface SubscriptionTargets {
  readonly tenant?: string;
  readonly subscription: string;
  readonly targets: readonly StackTarget[];
}

/** A connector of a fleet, and where it shall be. */
export interface FleetConnector {
  readonly what: Exported;
  readonly subscriptions: readonly SubscriptionTargets[];
}

/** A deployment stack: what the template takes, in one subscription. */
interface Stack extends SubscriptionTargets {
  /** Of the template's file, and of the stack. */
  readonly template: string;
  readonly name: string;
  readonly parameters: string;
}

/**
 * The deployment stacks of a fleet: a template for each connector, a parameter file for each subscription (for more of them where a
 * template can have no more targets), and the commands that make them.
 */
export function fleetStackFiles(connectors: readonly FleetConnector[]): readonly ExportFile[] {
  const names = distinct(
    connectors.map(({ what }) => what.name),
    ['deploy', 'README'],
  );
  const parts = connectors.map(({ what, subscriptions }, index) => {
    const name = names[index] ?? what.name;
    const most = mostTargets(what);
    const stacks = subscriptions.flatMap((one) => stacksOf(one, { name, most }));
    const files = stacks.map(({ parameters, targets }) => stackParametersFile(what, targets, parameters));
    return { stacks, files: [stackFile(what, `${name}.json`), ...files] };
  });
  const text = scriptOf(parts.flatMap(({ stacks }) => stacks));
  const files = parts.flatMap((part) => part.files);
  return [
    ...files,
    { path: 'deploy.sh', text },
    { path: 'README.md', text: fleetStacksReadme(connectors.map(({ what }) => what)) },
  ];
}

function stacksOf(
  { targets, ...place }: SubscriptionTargets,
  { name, most }: { readonly name: string; readonly most: number },
): readonly Stack[] {
  const count = Math.ceil(targets.length / most);
  return Array.from({ length: count }, (_, index) => {
    const own = index === 0 ? name : `${name}-${index + 1}`;
    const some = targets.slice(index * most, (index + 1) * most);
    const parameters = `${place.subscription}/${own}.parameters.json`;
    return { ...place, targets: some, template: `${name}.json`, name: own, parameters };
  });
}

/** Tenant by tenant, because a person signs in to one at a time. */
function scriptOf(stacks: readonly Stack[]): string {
  const byTenant = new Map<string, string[]>();
  for (const stack of stacks) {
    const { tenant = '' } = stack;
    const login = tenant === '' ? [] : [`# az login --tenant ${quoted(tenant)}`];
    byTenant.set(tenant, [...(byTenant.get(tenant) ?? login), commandOf(stack)]);
  }
  const blocks = [...byTenant.values()].map((lines) => lines.join('\n'));
  const head = `#!/bin/sh\n# ${GENERATED}. Export again instead of editing.\n# LOCATION=REGION sh deploy.sh: where Azure keeps what it knows of a stack whose targets name no region.\nset -e\n`;
  return `${head}\n${blocks.join('\n\n')}\n`;
}

function commandOf({ subscription, name, template, parameters, targets }: Stack): string {
  const [first] = targets;
  const location = first === undefined || first.location.startsWith('<') ? '"${LOCATION:?}"' : quoted(first.location);
  return [
    `az stack sub create --yes --subscription ${quoted(subscription)} --name ${quoted(`connector-kit-${name}`)}`,
    `--location ${location} --template-file ${quoted(template)} --parameters ${quoted(`@${parameters}`)}`,
    '--action-on-unmanage detachAll --deny-settings-mode denyWriteAndDelete',
    '--deny-settings-excluded-actions Microsoft.Web/connections/write',
  ].join(' \\\n  ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
