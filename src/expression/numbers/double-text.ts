/** Powers of ten of the first digit between which .NET writes no exponent: measured by github:tomdam/flowforger against the cloud. */
const LEAST_FIXED = -4;
const MOST_FIXED = 16;

/** A float as .NET writes it: the shortest digits that give it again, with an exponent of two digits or more where it is very large or small. */
export function doubleText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power < LEAST_FIXED || power > MOST_FIXED) {
    return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const sign = value < 0 ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  const fraction = digits.slice(power + 1);
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
