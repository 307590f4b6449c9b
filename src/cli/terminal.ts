import type { World } from './world.js';

/** Where nothing says how wide the output is. */
const USUAL = 80;
/** Narrower, nothing could be read; wider, lines are too long to be read. */
const LEAST = 40;
const MOST = 120;

/** How many columns a text for a person may take: what COLUMNS says, else the terminal, else 80; at least 40 and at most 120. */
export function columnsOf(world: World): number {
  const given = world.env['COLUMNS'] ?? '';
  const wanted = /^[1-9]\d{0,5}$/.test(given) ? Number(given) : (world.columns() ?? USUAL);
  return Math.min(MOST, Math.max(LEAST, wanted));
}

/**
 * Whether a stream is written in colors: on a terminal that has them. NO_COLOR (no-color.org) forbids it, and FORCE_COLOR, which goes before it,
 * wants it wherever the output goes; FORCE_COLOR=0 forbids it.
 */
export function hasColor(world: World, stream: 'out' | 'err'): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: forbidden } = world.env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return !forbidden && !isDumb(world) && world.isTerminal(stream);
}

/** Whether a line on standard error can be written over: on a terminal that moves its cursor. */
export function canRewrite(world: World): boolean {
  return world.isTerminal('err') && !isDumb(world);
}

const isDumb = ({ env }: World): boolean => env['TERM'] === 'dumb';
