/** A form as `application/x-www-form-urlencoded` (WHATWG URL standard, section 5). */
export function formText(fields: readonly (readonly [name: string, value: string])[]): string {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
}
