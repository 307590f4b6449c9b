/** The commands as the help of the tool shows them, by what somebody wants to do. One that is not named stands under the last. */
export const helpGroups: readonly (readonly [title: string, names: readonly string[]])[] = [
  ['Make a connector', ['init', 'build', 'infer', 'import', 'regenerate']],
  ['Check it', ['lint', 'test', 'diff', 'preview']],
  ['Publish it', ['plan', 'publish', 'connect', 'drift', 'pull', 'unpublish', 'export']],
  ['Try it', ['emulate', 'call', 'record']],
  [
    'Playbooks',
    ['playbook run', 'playbook lint', 'playbook build', 'playbook eval', 'playbook plan', 'playbook publish'],
  ],
  ['More', ['explain', 'completion']],
];
