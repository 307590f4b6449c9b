/* What a text looks like, told from the text alone, so that the order in which texts come does not matter. Each is decided in one pass. */

/** RFC 3339, section 5.6. */
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:Z|[+-]\d\d:\d\d)$/;
const LONGEST_DATE_TIME = 45;

/** Whether a text is a time as `format: date-time` has it. */
export function isDateTime(text: string): boolean {
  return text.length <= LONGEST_DATE_TIME && DATE_TIME.test(text);
}

const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
const HEX = /^(?=[^\d]*\d)[0-9a-f]{12,}$/i;
const EMAIL = /^[^@\s]+@[^@\s.]+\.[^@\s]+$/;
/** A run of letters and digits that no word is as long as. */
const RUN = /[a-z\d]{12,}/gi;
/** Words have fewer digits: `base64`, `oauth2`. */
const FEWEST_DIGITS = 3;
/** Longer texts are not looked at, and are no words either. */
const LONGEST_WORD = 120;

/** Whether a text is made by a machine to name one thing among many: a number, a GUID, a hash, a random token, a mail address. */
export function isIdentifier(text: string): boolean {
  if (text.length > LONGEST_WORD) return true;
  return (
    /^\d+$/.test(text) || text === 'REDACTED' || GUID.test(text) || HEX.test(text) || EMAIL.test(text) || hasToken(text)
  );
}

function hasToken(text: string): boolean {
  return (text.match(RUN) ?? []).some((run) => (run.match(/\d/g) ?? []).length >= FEWEST_DIGITS && /[a-z]/i.test(run));
}

/** Whether a segment of a path names the API or its version, such as `v1`, `api` or `2024-10-21`: it is the same in every call. */
export function isVersion(segment: string): boolean {
  return /^(?:v\d+(?:\.\d+)*\w{0,8}|\d{4}-\d\d-\d\d(?:-\w{1,12})?|api|rest)$/i.test(segment);
}

/** Whether a number after this segment is a version: `/rest/api/2/issues`. */
export function announcesVersion(segment: string | undefined): boolean {
  return segment !== undefined && /^(?:api|rest|v|ver|version)$/i.test(segment);
}
