/** How two sets of values differ, without any order. Undefined where they do not. */
export function setChange(was: Iterable<string>, is: Iterable<string>): 'less' | 'more' | 'other' | undefined {
  const [old, now] = [new Set(was), new Set(is)];
  const gone = [...old].some((item) => !now.has(item));
  const fresh = [...now].some((item) => !old.has(item));
  if (gone && fresh) return 'other';
  if (gone) return 'less';
  return fresh ? 'more' : undefined;
}
