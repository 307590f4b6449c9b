import { isArray, isObject, type Json } from '../../../core/json.js';

/** A value with the names of `NaN` and infinite numbers, which the service writes as texts; the value itself where it has none. */
export function withoutSpecials(value: Json): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (isArray(value)) {
    const items = value.map(withoutSpecials);
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  let isSame = true;
  const members = Object.entries(value).map(([name, member]) => {
    const plain = withoutSpecials(member);
    isSame &&= plain === member;
    return [name, plain] as const;
  });
  return isSame ? value : Object.fromEntries(members);
}
