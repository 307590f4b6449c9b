/** A script with something in the place of each hole: `<<NAME>>`, on a line of its own or within one. */
export function filledHoles(script: string, holes: Readonly<Record<string, string>>): string {
  return script.replaceAll(
    /<<([A-Z]+)>>/g,
    (hole, name: string) => (Object.hasOwn(holes, name) ? holes[name] : hole) ?? hole,
  );
}
