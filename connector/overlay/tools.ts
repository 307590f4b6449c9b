import type { OverlayNode } from '../../src/index.js';

/** A function that can be called. The designer puts the title of what it stands in before these: where that has none, `title` names it. */
function described(title: string) {
  return {
    name: { title: `${title}Name`, description: 'The name that the model calls it by.' },
    description: { title: `${title}Description`, description: 'What it does and when to call it, told to the model.' },
    parameters: {
      title: `${title}Parameters`,
      description: 'The JSON Schema of its arguments, as an object.',
      schema: { type: 'object' },
    },
  } as const satisfies OverlayNode['properties'];
}

/** What the model may call. */
export const tools: OverlayNode = {
  title: 'Tools',
  description: 'What the model may ask the workflow to call.',
  items: {
    properties: {
      type: { title: 'Tool Type', description: 'function or custom.', constraints: 'drop' },
      function: {
        title: 'Function',
        description: 'With the type function: what can be called.',
        properties: {
          ...described(''),
          strict: { title: 'Strict Arguments', description: 'Whether the arguments keep the schema to the letter.' },
        },
      },
      custom: {
        title: 'Custom Tool',
        description: 'With the type custom: a tool that takes free text.',
        properties: {
          name: { title: 'Name', description: 'The name that the model calls it by.' },
          description: { title: 'Description', description: 'What it does, told to the model.' },
          format: {
            title: 'Format',
            description: 'The form of the text that it takes.',
            schema: { type: 'object' },
          },
        },
      },
    },
    required: ['type'],
  },
};

/** The older form of {@link tools}. */
export const functions: OverlayNode = {
  title: 'Functions',
  description: 'The functions that the model may ask the workflow to call.',
  deprecated: 'Deprecated by the service in favor of Tools.',
  items: { properties: described('Function ') },
};

/** What the model has called: in an answer, and in a request that tells it again. */
export const toolCalls: OverlayNode = {
  title: 'Tool Calls',
  description: 'The tools that the model asks for.',
  nullable: true,
  items: {
    properties: {
      id: { title: 'Tool Call ID', description: 'What the result of the call is told by.' },
      type: { title: 'Tool Call Type', description: 'function or custom.', constraints: 'drop' },
      function: {
        title: 'Called Function',
        description: 'With the type function: what was called.',
        properties: {
          name: { title: 'Name', description: 'The name of the function.' },
          arguments: {
            title: 'Arguments',
            description: 'The arguments, as JSON text; the model may get them wrong.',
          },
        },
      },
      custom: {
        title: 'Called Custom Tool',
        description: 'With the type custom: what was called.',
        extra: true,
        schema: {
          type: 'object',
          properties: {
            name: { type: 'string', 'x-ms-summary': 'Name', description: 'The name of the tool.' },
            input: {
              type: 'string',
              'x-ms-summary': 'Input',
              description: 'The text for the tool.',
            },
          },
        },
      },
    },
    required: ['id', 'type'],
  },
};
