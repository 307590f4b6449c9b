/** A number without rounding: `digits` times ten to the `exponent`. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** Whether a number is an integral multiple of `unit`, counted in decimals as they are written: 0.3 is a multiple of 0.1. */
export function isMultipleOf(value: number | bigint, unit: number | bigint): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(unit)) return Number(value) % Number(unit) === 0;
  const [whole, part] = [decimal(value), decimal(unit)];
  if (whole === undefined || part === undefined) return false;
  const exponent = Math.min(whole.exponent, part.exponent);
  return scaled(whole, exponent) % scaled(part, exponent) === 0n;
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to);
}

/** Undefined for what has no digits: an infinity. */
function decimal(value: number | bigint): Decimal | undefined {
  const [, whole, fraction = '', power = '0'] = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined) return undefined;
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}
