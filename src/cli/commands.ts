import type { Command } from './command.js';

/** A command as the tool's help lists it; the rest is loaded when it is called. */
export interface Entry {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the help. A new one is its file and its line here. */
export const commands: Readonly<Record<string, Entry>> = {
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
  explain: {
    summary: 'Say what a finding means, why it matters and where the rule comes from.',
    load: async () => (await import('./commands/explain.js')).explain,
  },
};
