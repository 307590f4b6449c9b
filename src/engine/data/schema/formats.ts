/** The formats that Newtonsoft.Json.Schema looks at, of any version that workflows run on; any text is of another format. */
const formats: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['date', isDate],
  ['time', isTime],
  ['date-time', isDateTime],
  ['ipv4', isIpv4],
  ['ip-address', isIpv4],
  ['ipv6', isIpv6],
  ['hostname', isHostName],
  ['host-name', isHostName],
  ['email', isEmail],
  ['uri', isUri],
]);

/** Whether a text is of a format. */
export function isOfFormat(text: string, format: string): boolean {
  return formats.get(format)?.(text) ?? true;
}

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === '' || Number(year) === 0) return false;
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
}

function isTime(text: string): boolean {
  const [, hour = '99', minute = '', second = ''] =
    /^(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  return Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
}

function isDateTime(text: string): boolean {
  const separator = 'yyyy-MM-dd'.length;
  return text.charAt(separator) === 'T' && isDate(text.slice(0, separator)) && isTime(text.slice(separator + 1));
}

function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  return /^[0-9A-Fa-f:.]{2,45}$/.test(text) && URL.canParse(`http://[${text}]/`);
}

/** RFC 1123: labels of at most 63 characters, 255 in all. */
function isHostName(text: string): boolean {
  if (text.length > 255) return false;
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  return labels.every((label) => /^[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?$/.test(label));
}

function isEmail(text: string): boolean {
  return /^[^@\s]+@[^@\s]+$/.test(text);
}

function isUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text) && !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text);
}
