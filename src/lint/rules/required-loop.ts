import { own } from '../../core/json.js';
import { child } from '../../core/pointer.js';
import { shorten } from '../../core/shorten.js';
import type { Schema } from '../../openapi/types.js';
import { having } from '../having.js';
import { components } from '../components.js';
import type { LintRule } from '../rule.js';
import { validatorPage } from '../sources.js';
import type { Subject } from '../subject.js';
import type { SchemaGraph, SchemaNode } from '../schema-graph.js';

export const requiredLoop: LintRule = {
  code: 'required-loop',
  severity: 'error',
  summary: 'No object requires, over however many properties, another one of its own kind.',
  why: 'No value can ever be complete: the import is refused. A property that may be absent can hold the same kind again.',
  source: `${validatorPage} (RequiredLoopInSchemaNotAllowed)`,
  published: { files: 0, of: 161 },
  codes: ['RequiredLoopInSchemaNotAllowed'],
  examples: {
    bad: [
      {
        definition: {
          '/definitions/Ticket/properties/parent': { $ref: '#/definitions/Ticket' },
          '/definitions/Ticket/required': ['parent'],
        },
        at: ['/definitions/Ticket/properties/parent'],
      },
    ],
    good: [{ definition: { '/definitions/Ticket/properties/parent': { $ref: '#/definitions/Ticket' } }, at: [] }],
  },
  check(subject, report) {
    const loops = requiredLoops(subject);
    if (loops.size === 0) return {};
    return {
      schema: having(['required'], (node, { pointer }) => {
        const loop = loops.get(node);
        const name = loop && node.required?.find((one) => loop.has(own(node.properties ?? {}, one)));
        if (loop === undefined || name === undefined) return;
        for (const member of loop) if (member) loops.delete(member); // one finding for each loop
        const message = `The required property ${shorten(name)} leads back to the object that it is in over required properties only, expected one of them to be optional.`;
        report(child(`${pointer}/properties`, name), message);
      }),
    };
  },
};

type Loop = ReadonlySet<Schema | undefined>;

/** The schemas that a value of themselves cannot be without, each with all those on its way. */
function requiredLoops({ definition, graph }: Subject): Map<Schema, Loop> {
  const loops = new Map<Schema, Loop>();
  const all = graph.reach(Object.values(definition.definitions ?? {}));
  const requiring = all.filter((node) => isRequiring(node) && needed(node, graph).some(leadsOn));
  for (const component of components(requiring, (node) => needed(node, graph))) {
    if (component.length < 2) continue;
    const loop = new Set(component.map(({ schema }) => schema));
    for (const schema of loop) loops.set(schema, loop);
  }
  return loops;
}

const isRequiring = ({ schema }: SchemaNode): boolean =>
  schema.required !== undefined && schema.properties !== undefined;

/** Whether a value of a schema may need another one. Of most, what they need needs nothing more: they are in no loop. */
const leadsOn = ({ isReference, schema }: SchemaNode): boolean =>
  isReference || schema.required !== undefined || schema.allOf !== undefined;

/** The schemas of which there is a value wherever there is one of a schema. */
function needed(node: SchemaNode, { below, nodeOf }: SchemaGraph): readonly SchemaNode[] {
  if (node.isReference) return below(node);
  const { required, properties = {}, allOf } = node.schema;
  if (required === undefined && allOf === undefined) return [];
  const held = (required ?? []).map((name) => own(properties, name));
  return [...held, ...(allOf ?? [])].filter((inner) => inner !== undefined).map(nodeOf);
}
