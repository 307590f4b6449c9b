/** A path template as the designer stores it: without the place of the connection's id, which published connectors begin with. */
export function designerPath(path: string): string {
  return path.replace('{connectionId}', '').replace('//', '/');
}

const placeholder = /\{([^{}]*)\}/g;

/** A path as a step stores it: `value` gives what stands for each parameter. */
export function storedPathWith(path: string, value: (name: string) => string): string {
  return designerPath(path).replaceAll(placeholder, (_, name: string) => value(name));
}

/** A path as a step stores it whose parameters are all given by expressions. */
export function storedPath(path: string): string {
  const stored = designerPath(path);
  return stored.includes('{') ? stored.replaceAll(placeholder, "@{encodeURIComponent('')}") : stored;
}
