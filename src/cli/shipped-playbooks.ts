import type { World } from './world.js';

/** The folder of a playbook that the package ships. */
export function playbookFolder(world: World, name: string): string {
  return `${world.packageRoot}/playbooks/${name}`;
}

/** The template of a playbook that the package ships. */
export const PLAYBOOK_TEMPLATE = 'azuredeploy.json';
