/** A node on the way down: how early it was met, the earliest that it leads back to, and which of those below it are left. */
interface Step<Node> {
  readonly node: Node;
  readonly met: number;
  earliest: number;
  readonly below: readonly Node[];
  next: number;
}

/**
 * The strongly connected components of a graph: nodes that lead to each other stand together, any other node alone.
 * Each component comes after those that it leads to. Linear, and without recursion: a way can be as long as a document.
 * @see Tarjan, Depth-first search and linear graph algorithms, 1972
 */
export function components<Node>(nodes: Iterable<Node>, below: (node: Node) => readonly Node[]): Node[][] {
  const found: Node[][] = [];
  const steps = new Map<Node, Step<Node>>();
  const open: Step<Node>[] = [];
  const isClosed = new Set<Node>();
  for (const node of nodes) {
    const way: Step<Node>[] = [];
    const enter = (entered: Node) => {
      const step = { node: entered, met: steps.size, earliest: steps.size, below: below(entered), next: 0 };
      steps.set(entered, step);
      open.push(step);
      way.push(step);
    };
    if (!steps.has(node)) enter(node);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const inner = step.below[step.next];
      step.next += 1;
      if (inner !== undefined) {
        const known = steps.get(inner);
        if (known === undefined) enter(inner);
        else if (!isClosed.has(inner)) step.earliest = Math.min(step.earliest, known.met);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) above.earliest = Math.min(above.earliest, step.earliest);
      if (step.earliest < step.met) continue;
      const component = open.splice(open.lastIndexOf(step)).map((member) => member.node);
      for (const member of component) isClosed.add(member);
      found.push(component);
    }
  }
  return found;
}
