import { findingFlags, type FlagTable } from '../flags.js';

/** What `init` takes. */
export const initFlags = {
  from: {
    kind: 'text',
    placeholder: 'CONNECTOR',
    help: 'From a connector that exists: its definition (JSON or YAML), its folder, an ARM template. The code builds the same.',
  },
  'from-samples': {
    kind: 'list',
    placeholder: 'PATH',
    help: 'From recorded exchanges, in any format that test reads.',
  },
  service: { kind: 'text', placeholder: 'NAME', help: 'From another shipped connector.' },
  'api-version': { kind: 'text', placeholder: 'V', help: 'The version of the shipped connector.' },
  empty: { kind: 'switch', help: 'From an example with one action.' },
  force: { kind: 'switch', help: 'Replace files that are there.' },
  ...findingFlags,
} as const satisfies FlagTable;
