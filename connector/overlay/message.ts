import type { OverlayNode } from '../../src/index.js';
import { alsoNull } from './also-null.js';
import { toolCalls } from './tools.js';

/** One message of the conversation that a request carries. */
export const message: OverlayNode = {
  required: ['role'],
  properties: {
    role: {
      title: 'Role',
      description: 'Who speaks: system or developer gives the instructions, user asks, assistant has answered earlier.',
      visibility: 'important',
      // The list is the version's own. Newer models take newer roles whatever version is asked for.
      wider: { enum: ['system', 'user', 'assistant', 'developer', 'tool', 'function'] },
    },
    content: {
      title: 'Content',
      description: 'What is said, as text.',
      visibility: 'important',
      type: 'string',
      nullable: true,
      wider: { type: 'array', items: {} },
    },
    name: {
      title: 'Name',
      description: 'A name of the speaker, to tell several with the same role apart.',
      visibility: 'advanced',
    },
    tool_calls: { ...toolCalls, visibility: 'advanced' },
    tool_call_id: {
      title: 'Tool Call ID',
      description: 'With the role tool: the call that this is the result of.',
      visibility: 'advanced',
    },
    refusal: {
      title: 'Refusal',
      description: 'With the role assistant: the refusal that it answered with.',
      visibility: 'advanced',
    },
    function_call: {
      title: 'Function Call',
      description: 'With the role assistant: the function that it called.',
      deprecated: 'Deprecated by the service in favor of tool calls.',
      visibility: 'advanced',
      ...alsoNull,
      properties: {
        name: { title: 'Name', description: 'The name of the function.' },
        arguments: { title: 'Arguments', description: 'The arguments, as JSON text.' },
      },
    },
    context: { omit: 'An answer out of data sources has it; it need not go back.' },
    audio: { omit: 'A workflow has no use for sound.' },
  },
};
