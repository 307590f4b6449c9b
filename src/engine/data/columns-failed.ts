/**
 * What is wrong with the columns of a Table action, over one of its items: the sentence is in run histories that users show
 * (microsoft/coe-starter-kit#3023). That a Select has the same one is inferred.
 */
export function columnsFailed(action: string, message: string): string {
  return `The execution of template action '${action}' failed. The column values could not be evaluated: '${message}'.`;
}
