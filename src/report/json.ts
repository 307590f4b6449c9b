import type { Finding, Place } from '../core/finding.js';

/** A finding as the JSON of every command has it: the fixed fields first, what is undefined left out. */
export function findingJson({
  code,
  severity,
  message,
  file,
  pointer,
  line,
  column,
  declared,
  ...more
}: Finding): Finding {
  return defined({
    code,
    severity,
    message,
    file,
    pointer,
    line,
    column,
    declared: declared && placeJson(declared),
    ...more,
  });
}

function placeJson({ file, pointer, line, column }: Place): Place {
  return defined({ file, pointer, line, column });
}

/** The object without its undefined fields. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  // `filter` drops exactly the fields whose type `Defined` no longer has.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}

type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
