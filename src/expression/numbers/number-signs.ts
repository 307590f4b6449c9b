/** How a culture writes numbers. */
export interface NumberSigns {
  /** Between thousands. */
  readonly group: string;
  readonly point: string;
  readonly currency: string;
  /** Where the currency stands, with `n` for the number: `$n`, `n €`. */
  readonly currencyPattern: string;
  readonly percentPattern: string;
}

const english: NumberSigns = { group: ',', point: '.', currency: '$', currencyPattern: '$n', percentPattern: 'n%' };

/** The currency of a region, for the most common ones: `Intl` does not tell it. */
const currencies: Readonly<Record<string, string>> = {
  AU: 'AUD', BR: 'BRL', CA: 'CAD', CH: 'CHF', CN: 'CNY', CZ: 'CZK', DK: 'DKK', GB: 'GBP', HK: 'HKD', HU: 'HUF',
  IL: 'ILS', IN: 'INR', IS: 'ISK', JP: 'JPY', KR: 'KRW', MX: 'MXN', NO: 'NOK', NZ: 'NZD', PL: 'PLN', RO: 'RON',
  RU: 'RUB', SE: 'SEK', SG: 'SGD', TH: 'THB', TR: 'TRY', TW: 'TWD', UA: 'UAH', US: 'USD', ZA: 'ZAR',
}; // prettier-ignore

const known = new Map<string, NumberSigns>([['en-US', english]]);
/** So that hostile input does not fill the memory. */
const MOST_KNOWN = 200;

/** How a culture writes numbers, by the name that `Intl` has for it. A region whose currency is not known has the euro. */
export function numberSigns(locale: string): NumberSigns {
  const found = known.get(locale) ?? signsOf(locale);
  if (known.size < MOST_KNOWN) known.set(locale, found);
  return found;
}

function signsOf(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale, { useGrouping: 'always' }).formatToParts(1234567.5);
  const part = (type: string) => plainSpace(parts.find((one) => one.type === type)?.value ?? '');
  const region = new Intl.Locale(locale).maximize().region ?? '';
  const currency = currencies[region] ?? 'EUR';
  const amount = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(1);
  return {
    group: part('group'),
    point: part('decimal'),
    currency: plainSpace(amount.find(({ type }) => type === 'currency')?.value ?? currency),
    currencyPattern: patternOf(amount, 'currency', '$'),
    percentPattern: patternOf(new Intl.NumberFormat(locale, { style: 'percent' }).formatToParts(1), 'percentSign', '%'),
  };
}

/** The order of the sign and the number, with `n` for the number. */
function patternOf(parts: readonly Intl.NumberFormatPart[], sign: string, mark: string): string {
  const at = parts.findIndex(({ type }) => type === sign);
  const number = parts.findIndex(({ type }) => type === 'integer');
  const space = parts.some(({ type, value }) => type === 'literal' && value.trim() === '') ? ' ' : '';
  return at < number ? `${mark}${space}n` : `n${space}${mark}`;
}

/** .NET writes a space that does not break where newer data has a narrow one. */
function plainSpace(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}
