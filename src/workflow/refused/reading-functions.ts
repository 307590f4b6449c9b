/** Functions whose first argument names an action whose outputs they read. */
const actionFunctions: ReadonlySet<string> = new Set(
  'body outputs actions actionbody actionoutputs result formdatavalue formdatamultivalues multipartbody'.split(' '),
);

/** Functions that are called with a name, as the service asks when the workflow is saved. */
const namingFunctions: ReadonlySet<string> = new Set([
  ...actionFunctions,
  'variables',
  'parameters',
  'items',
  'iterationindexes',
]);

/** Whether a function, in lower case, reads an action that it names. */
export function isActionReference(name: string): boolean {
  return actionFunctions.has(name);
}

/** Whether a function, in lower case, must be given a name. */
export function needsName(name: string): boolean {
  return namingFunctions.has(name);
}
