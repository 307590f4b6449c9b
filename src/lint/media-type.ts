/** A media type without its parameters, in lower case: `application/json` of `application/JSON; charset=utf-8`. */
export function bareType(type: string): string {
  return (type.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether a text is a media type: two names with a slash between them. https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
export function isMediaType(type: string): boolean {
  return /^(?:[a-z0-9][\w.+!#$&^-]*|\*)\/(?:[a-z0-9][\w.+!#$&^-]*|\*(?:\+[a-z]+)?)$/.test(bareType(type));
}
