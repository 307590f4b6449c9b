import { components } from '../../src/lint/components.js';

/** The components of a graph that is written as its edges: `ab bc` has a way from a to b and on to c. */
const found = (nodes: string, edges: string): string[] =>
  components(nodes, (node) =>
    edges
      .split(' ')
      .filter(([from]) => from === node)
      .map((edge) => edge.slice(1)),
  ).map((component) => component.join(''));

const cases: readonly (readonly [name: string, nodes: string, edges: string, want: readonly string[]])[] = [
  ['nodes without edges stand alone', 'ab', '', ['a', 'b']],
  ['what is led to comes first', 'a', 'ab bc ac', ['c', 'b', 'a']],
  ['a loop is one component', 'a', 'ab bc ca', ['abc']],
  ['a node that leads to itself stands alone', 'a', 'aa ab', ['b', 'a']],
  ['two loops that share a node are one', 'a', 'ab ba bc cb', ['abc']],
  ['a loop that leads to a loop is another one', 'a', 'ab ba bc cd dc', ['cd', 'ab']],
  ['what is done is not entered again', 'ac', 'ab cb ca', ['b', 'a', 'c']],
  ['an edge over to what is done makes no loop', 'ab', 'ac bc cd bd', ['d', 'c', 'a', 'b']],
];

test.each(cases)('%s', (_name, nodes, edges, want) => {
  expect(found(nodes, edges)).toEqual(want);
});

test('a way of 50,000 nodes is no trouble, nor is a loop of them', () => {
  const length = 50_000;
  const way = (node: number) => (node + 1 < length ? [node + 1] : []);
  const loop = (node: number) => [(node + 1) % length];
  expect(components([0], way).length).toBe(length);
  expect(components([0], loop).length).toBe(1);
});
