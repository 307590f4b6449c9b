/** RFC 9110 section 8.3.1: token "/" token; parameters and whatever a recorder joined behind a comma do not belong to it. */
const MEDIA_TYPE = /^\s*([\w!#$&^.+*-]+\/[\w!#$&^.+*-]+)\s*(?:[;,]|$)/;

/** The media type that a `content-type` header names, in lower case without parameters; undefined where it names none. */
export function mediaType(contentType: string | undefined): string | undefined {
  if (contentType === undefined) return undefined;
  return MEDIA_TYPE.exec(contentType)?.[1]?.toLowerCase();
}

/** Whether a media type, as {@link mediaType} gives it, promises JSON: `application/json`, `text/json` or any `+json`. */
export function isJsonType(type: string): boolean {
  return type === 'application/json' || type === 'text/json' || type.endsWith('+json');
}
