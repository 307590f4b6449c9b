import { GENERATED } from './export-file.js';

/** A README: its title, then blocks. A text of somebody else is one line in which nothing is markup. */
export function markdown(title: string, blocks: readonly string[]): string {
  const head = `<!-- ${GENERATED}. Export again instead of editing. -->`;
  return `${[head, `# ${plain(title)}`, ...blocks].join('\n\n')}\n`;
}

/** A list, its items as they stand. */
export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Lines of a shell. */
export function shell(lines: readonly string[]): string {
  return ['```sh', ...lines, '```'].join('\n');
}

/** Longer texts are cut, in UTF-16 code units. */
const MOST = 1000;

/** A text of somebody else on one line, without markup. */
export function plain(text: string): string {
  const line = text.slice(0, MOST).replaceAll(/\s+/g, ' ').trim();
  return line.replaceAll(/[\\`*_{}[\]<>#|~!]/g, (mark) => `\\${mark}`);
}
