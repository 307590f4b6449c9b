/**
 * A label made from a property's name: `max_completion_tokens` is `Max completion tokens`, `sourceIP` is `Source IP`.
 * Words in capitals stay as they are; a name without words is its own label.
 */
export function labelOf(name: string): string {
  const words = name
    .replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
    .split(/[\s_.-]+/)
    .filter((word) => word !== '')
    .map((word) => (word === word.toUpperCase() ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? name : text.charAt(0).toUpperCase() + text.slice(1);
}
