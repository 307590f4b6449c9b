/** What the service answers, when a workflow is saved, to what is wrong with the definition: the words are around most of its reasons. */
export function templateFailed(reason: string): string {
  return `The template validation failed: '${reason}'.`;
}
