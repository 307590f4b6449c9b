import { checkedTags } from '../../azure/tags.js';
import { checkedName } from '../../azure/target.js';
import type { Wanted } from '../../azure/custom-api.js';
import { Fault } from '../../core/fault.js';
import { didYouMean } from '../../core/nearest.js';
import { shorten } from '../../core/shorten.js';
import type { ExportRequest } from '../../export/exported.js';
import { exportFormats, type ExportFormat } from '../../export/formats.js';
import type { FlagTable, Values } from '../flags.js';

/** A workflow that publishes a fleet. */
export const WORKFLOW = 'github-actions';

const allFormats = [...exportFormats, WORKFLOW] as const;

/** The flags that say what an export holds. */
export const requestFlags = {
  as: { kind: 'text', placeholder: allFormats.join('|'), help: 'What it is for. There is no default.' },
  name: {
    kind: 'text',
    short: 'n',
    placeholder: 'NAME',
    help: "The connector's name in Azure. Unless given, its own.",
  },
  tags: { kind: 'list', placeholder: 'NAME=VALUE', help: 'Tags of the resources.' },
  repository: {
    kind: 'text',
    placeholder: 'URL',
    help: 'The address at which the raw files will lie: for the buttons of the README (arm).',
  },
  updated: {
    kind: 'text',
    placeholder: 'TIME',
    help: 'The lastUpdateTime of the template, such as 2026-11-22T00:00:00Z (arm). Unless given it has none, and is the same each time.',
  },
} as const satisfies FlagTable;

/** The format that `--as` names. Throws a `Fault` for none, or another. */
export function formatOf(as: string | undefined): ExportFormat | typeof WORKFLOW {
  const format = allFormats.find((one) => one === as);
  if (format !== undefined) return format;
  const message =
    as === undefined
      ? 'The format is missing.'
      : `--as is ${shorten(as)}, expected one of ${allFormats.join(', ')}.${didYouMean(as, [...allFormats])}`;
  throw new Fault('called-wrongly', message, { help: `Give --as with one of ${allFormats.join(', ')}.` });
}

/** What is to be exported. Throws a `Fault` for a flag whose value cannot be used. */
export function requested(
  flags: Pick<Values<typeof requestFlags>, 'name' | 'repository' | 'updated'>,
  wanted: Wanted,
): ExportRequest {
  const { name, repository, updated } = flags;
  checkedTags(wanted.tags ?? {});
  if (repository !== undefined && !/^https:\/\/[^\s"'()<>\\]+$/.test(repository))
    throw wrong('repository', repository, 'an address with https');
  if (updated !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?Z$/.test(updated))
    throw wrong('updated', updated, 'a time such as 2026-11-22T00:00:00Z');
  return {
    wanted,
    ...(name !== undefined && { name: checkedName(name, 'connector') }),
    ...(repository !== undefined && { repository }),
    ...(updated !== undefined && { updated }),
  };
}

function wrong(flag: string, value: string, expected: string): Fault {
  return new Fault('called-wrongly', `--${flag} is ${shorten(value)}, expected ${expected}.`, {
    help: `Change --${flag}.`,
  });
}
