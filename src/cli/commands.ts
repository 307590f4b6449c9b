import { own } from '../core/json.js';
import type { Command } from './command.js';

/** A command as the tool's help lists it; the rest is loaded when it is called. */
export interface Entry {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. A new one is its file and its line here. A name may be two words, the first that of a group. */
export const commands: Readonly<Record<string, Entry>> = {
  init: {
    summary: 'Begin a project: a connector as code, with its checks, its tests and its pipelines.',
    load: async () => (await import('./commands/init.js')).init,
  },
  build: {
    summary: "Write each connector's artifacts; with --check, tell which are stale.",
    load: async () => (await import('./commands/build.js')).build,
  },
  test: {
    summary: 'Hold a connector against recorded requests and responses.',
    load: async () => (await import('./commands/test.js')).test,
  },
  lint: {
    summary: 'Check definitions against every rule; with --fix, change what has one right answer.',
    load: async () => (await import('./commands/lint.js')).lint,
  },
  preview: {
    summary: 'Write a page that shows a connector as the designer will, with what lint and recordings say of it.',
    load: async () => (await import('./commands/preview.js')).preview,
  },
  diff: {
    summary: 'Tell what changed between two versions of a connector, and which changes break playbooks.',
    load: async () => (await import('./commands/diff.js')).diff,
  },
  import: {
    summary: 'Turn recordings of other tools into samples, with their credentials replaced.',
    load: async () => (await import('./commands/import.js')).importRecordings,
  },
  infer: {
    summary: 'Make a definition from recorded exchanges, or from pasted bodies.',
    load: async () => (await import('./commands/infer.js')).infer,
  },
  regenerate: {
    summary: 'Make a connector for another version of its upstream API, and tell what that breaks.',
    load: async () => (await import('./commands/regenerate.js')).regenerate,
  },
  plan: {
    summary: 'Show what publishing would do, against what is deployed.',
    load: async () => (await import('./publishing.js')).publishing.plan,
  },
  publish: {
    summary: 'Publish a connector to Azure or to the emulator; safe to repeat.',
    load: async () => (await import('./publishing.js')).publishing.publish,
  },
  connect: {
    summary: 'Make a connection of a published connector, or give it another key.',
    load: async () => (await import('./publishing.js')).publishing.connect,
  },
  drift: {
    summary: 'Tell where what is deployed differs from what was published.',
    load: async () => (await import('./publishing.js')).publishing.drift,
  },
  pull: {
    summary: 'Write a deployed connector as files.',
    load: async () => (await import('./publishing.js')).publishing.pull,
  },
  unpublish: {
    summary: 'Delete what this tool published: its connections, then the connector.',
    load: async () => (await import('./publishing.js')).publishing.unpublish,
  },
  export: {
    summary:
      'Write a connector for ARM templates, Bicep, Terraform, deployment stacks, GitHub Actions, the Power Platform or Postman.',
    load: async () => (await import('./commands/export.js')).exportFor,
  },
  emulate: {
    summary: 'Run Azure on loopback, as far as connectors need it: Resource Manager and the connector gateway.',
    load: async () => (await import('./commands/emulate.js')).emulate,
  },
  call: {
    summary: 'Make one call as the connector makes it, and tell what the contract says of it.',
    load: async () => (await import('./commands/call.js')).call,
  },
  record: {
    summary: 'Record what passes between a client and a service, as samples.',
    load: async () => (await import('./commands/record.js')).record,
  },
  'playbook eval': {
    summary: 'Evaluate an expression of a workflow, as the service does.',
    load: async () => (await import('./commands/playbook-eval.js')).playbookEval,
  },
  'playbook run': {
    summary: 'Run a playbook without Azure, and show what it leaves on the incident.',
    load: async () => (await import('./commands/playbook-run.js')).playbookRun,
  },
  'playbook lint': {
    summary: 'Check playbooks: what the service refuses when they are saved, and what goes wrong later.',
    load: async () => (await import('./commands/playbook-lint.js')).playbookLint,
  },
  'playbook build': {
    summary: 'Write playbooks as templates with a README.',
    load: async () => (await import('./commands/playbook-build.js')).playbookBuild,
  },
  'playbook plan': {
    summary: 'Show what publishing a playbook would do, against what is deployed.',
    load: async () => (await import('./commands/playbook-plan.js')).playbookPlan,
  },
  'playbook publish': {
    summary: 'Publish a playbook with its connections, its roles and the rule that runs it; safe to repeat.',
    load: async () => (await import('./commands/playbook-publish.js')).playbookPublish,
  },
  completion: {
    summary: 'Print the script with which bash, zsh or PowerShell completes command lines.',
    load: async () => (await import('./commands/completion.js')).completionOf(commands),
  },
  explain: {
    summary: 'Say what a finding means, why it matters and where the rule comes from.',
    load: async () => (await import('./commands/explain.js')).explain,
  },
};

/** The command that a command line begins with, and the words behind its name. */
export function commandIn(
  argv: readonly string[],
): { readonly name: string; readonly entry: Entry; readonly rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ');
    const entry = own(commands, name);
    if (entry) return { name, entry, rest: argv.slice(words) };
  }
  return undefined;
}

/** The second words of the commands in a group. */
export function commandsOf(group: string): readonly string[] {
  return Object.keys(commands).flatMap((name) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []));
}
