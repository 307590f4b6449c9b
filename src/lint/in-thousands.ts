/** A whole number with a comma before every three digits: 1,048,576. `toLocaleString` would load the data of all languages first. */
export function inThousands(count: number): string {
  return String(count).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',');
}
