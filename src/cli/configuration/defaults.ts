/** What the configuration may say in place of the command line. */
export type Said = 'connectors' | 'playbooks' | 'samples' | `target.${string}`;

/** Which options of a command come from the configuration where the command line leaves them out. */
export interface Defaults {
  /** What stands for its operands. */
  readonly operands?: 'connectors' | 'playbooks';
  /** Which of them it takes: files and folders, but no shipped names; or modules and shipped names. Unless given, all. */
  readonly only?: 'paths' | 'sources';
  /** By flag, without the dashes. Those that the command does not have say nothing. */
  readonly flags?: Readonly<Record<string, Said>>;
  /** A flag that makes the command take nothing of it. */
  readonly unless?: string;
  /** A flag without which the command takes nothing of it. */
  readonly needs?: string;
  /** Its result has the findings about the configuration; elsewhere they are told on standard error. */
  readonly reports?: true;
}

/** Where the commands that publish work. A fleet file says it itself. What asks for consent (--yes) comes from no file. */
const place = {
  target: 'target.target',
  subscription: 'target.subscription',
  'resource-group': 'target.resourceGroup',
  location: 'target.location',
  name: 'target.name',
  tenant: 'target.tenant',
  credential: 'target.credential',
  cloud: 'target.cloud',
  tags: 'target.tags',
} as const satisfies Defaults['flags'];

const toPlace = { flags: place, unless: 'fleet' } as const;
const publishing = { operands: 'connectors', ...toPlace } as const;

/** By command. What deletes (`unpublish`) is told by name what. A command that is not here takes nothing. */
export const defaultsOf: Readonly<Record<string, Defaults>> = {
  build: { operands: 'connectors' },
  test: { operands: 'connectors', flags: { samples: 'samples' } },
  lint: { operands: 'connectors', reports: true },
  preview: { operands: 'connectors', flags: { samples: 'samples' } },
  regenerate: { operands: 'connectors' },
  export: { operands: 'connectors', unless: 'fleet' },
  plan: publishing,
  publish: publishing,
  connect: publishing,
  drift: publishing,
  unpublish: toPlace,
  pull: { flags: place },
  call: { flags: place, needs: 'connection' },
  'playbook run': { operands: 'playbooks' },
  'playbook lint': { operands: 'playbooks', only: 'paths', reports: true },
  'playbook build': { operands: 'playbooks', only: 'sources' },
  'playbook plan': { operands: 'playbooks', ...toPlace },
  'playbook publish': { operands: 'playbooks', ...toPlace },
};
