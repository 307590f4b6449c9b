import type { OverlayNode } from '../../src/index.js';
import { alsoNull } from './also-null.js';

/** What a request says of the answer that it wants: its length, variety, form and likelihoods. */
export const answerSettings = {
  max_tokens: {
    title: 'Max Tokens',
    description: 'The most tokens that the answer may have; a longer one is cut off.',
    deprecated: 'Deprecated by the service: newer models refuse it and want Max Completion Tokens.',
    visibility: 'important',
    ...alsoNull,
  },
  max_completion_tokens: {
    title: 'Max Completion Tokens',
    description:
      'The most tokens that the answer may have, with those that the model spends on reasoning. Use it or Max Tokens, never both.',
    visibility: 'advanced',
  },
  temperature: {
    title: 'Temperature',
    description: 'How varied the answer is: 0 for the same answer to the same question, up to 2.',
    visibility: 'advanced',
    ...alsoNull,
  },
  top_p: {
    title: 'Top P',
    description: 'Keeps to the likeliest tokens that make up this share, 0 to 1. Change this or Temperature, not both.',
    visibility: 'advanced',
    ...alsoNull,
  },
  n: {
    title: 'Number of Choices',
    description: 'How many answers to give; each is paid for.',
    visibility: 'advanced',
    ...alsoNull,
  },
  stop: {
    title: 'Stop',
    description: 'The answer ends before this text.',
    visibility: 'advanced',
    type: 'string',
    ...alsoNull,
    wider: { type: 'array', items: { type: 'string' } },
  },
  response_format: {
    title: 'Response Format',
    description: 'The form of the answer: text, JSON, or JSON of a given schema.',
    visibility: 'advanced',
    ...alsoNull,
    properties: {
      type: { title: 'Type', description: 'text, json_object or json_schema.', visibility: 'advanced' },
      json_schema: {
        title: 'JSON Schema',
        description: 'With json_schema: the schema that the answer keeps.',
        visibility: 'advanced',
        properties: {
          name: {
            title: 'Name',
            description: 'A name of the schema: letters, digits, _ and -.',
            visibility: 'advanced',
          },
          description: {
            title: 'Description',
            description: 'What the answer is for, told to the model.',
            visibility: 'advanced',
          },
          schema: { title: 'Definition', description: 'The JSON Schema itself, as an object.', visibility: 'advanced' },
          strict: {
            title: 'Strict',
            description: 'Whether the answer must keep the schema to the letter.',
            visibility: 'advanced',
          },
          type: { omit: 'A slip of the specification: the service does not take it there.' },
        },
      },
    },
  },
  reasoning_effort: {
    title: 'Reasoning Effort',
    description: 'How long a reasoning model thinks before it answers.',
    visibility: 'advanced',
    constraints: 'drop',
  },
  verbosity: {
    title: 'Verbosity',
    description: 'How detailed the answer is.',
    visibility: 'advanced',
    constraints: 'drop',
  },
  seed: {
    title: 'Seed',
    description: 'With the same seed the service tries to give the same answer again.',
    visibility: 'advanced',
    // Its bounds are those of int64: a reader of JSON that has only doubles would round them.
    constraints: 'drop',
    format: 'int64',
  },
  presence_penalty: {
    title: 'Presence Penalty',
    description: 'Above 0 the answer turns to new topics, below 0 it stays with the old: -2 to 2.',
    visibility: 'advanced',
    ...alsoNull,
  },
  frequency_penalty: {
    title: 'Frequency Penalty',
    description: 'Above 0 the answer repeats itself less, below 0 more: -2 to 2.',
    visibility: 'advanced',
    ...alsoNull,
  },
  logit_bias: {
    title: 'Logit Bias',
    description:
      'How much likelier or less likely single tokens are: a token number for each name, -100 to 100 for each value.',
    visibility: 'advanced',
    schema: { type: 'object' },
    ...alsoNull,
  },
  logprobs: {
    title: 'Log Probabilities',
    description: 'Whether the answer says how likely each token was.',
    visibility: 'advanced',
  },
  top_logprobs: {
    title: 'Top Log Probabilities',
    description: 'With Log Probabilities: how many of the likeliest tokens to give at each position.',
    visibility: 'advanced',
  },
} as const satisfies OverlayNode['properties'];
