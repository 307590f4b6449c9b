import { array, boolean, define, integer, object, string, type OverlayNode } from '../../src/index.js';

const severities = ['safe', 'low', 'medium', 'high'] as const;

/** A category that is graded. */
function graded(name: string, of: string) {
  return object(
    {
      filtered: boolean({ title: 'Filtered', description: 'Whether it was held back for this.' }),
      severity: string({ title: 'Severity', description: `How much there is of ${of}.`, enum: severities }),
    },
    { title: name, description: `Whether there is ${of}.` },
  );
}

/** A category that is there or not. */
function detected(name: string, of: string) {
  return object(
    {
      filtered: boolean({ title: 'Filtered', description: 'Whether it was held back for this.' }),
      detected: boolean({ title: 'Detected', description: `Whether there is ${of}.` }),
    },
    { title: name, description: `Whether there is ${of}.` },
  );
}

const code = object(
  {
    ...detected('Protected Code', 'published code').properties,
    citation: object(
      {
        URL: string({ title: 'URL', description: 'Where the code was published.' }),
        license: string({ title: 'License', description: 'The license of the code.' }),
      },
      { title: 'Citation', description: 'Where the code comes from.' },
    ),
  },
  { title: 'Protected Code', description: 'Whether there is published code.' },
);

const blocklists = object(
  {
    filtered: boolean({ title: 'Filtered', description: 'Whether it was held back for this.' }),
    details: array(
      object({
        id: string({ title: 'ID', description: 'The name of the list.' }),
        filtered: boolean({ title: 'Filtered', description: 'Whether it was held back for this list.' }),
      }),
      { title: 'Details', description: 'What each list says.' },
    ),
  },
  { title: 'Custom Blocklists', description: 'What lists of your own say.' },
);

const failure = object(
  {
    code: string({ title: 'Code', description: 'A name of the failure.' }),
    message: string({ title: 'Message', description: 'What failed.' }),
  },
  { title: 'Error', description: 'Why the filter could not judge.' },
);

/** Every category that recordings show, of a prompt or of an answer. Any may be absent: an answer without text has none. */
const results = {
  hate: graded('Hate', 'hate'),
  self_harm: graded('Self-Harm', 'self-harm'),
  sexual: graded('Sexual', 'sexual content'),
  violence: graded('Violence', 'violence'),
  profanity: detected('Profanity', 'profanity'),
  jailbreak: detected('Jailbreak', 'an attempt to get around the instructions'),
  indirect_attack: detected('Indirect Attack', 'an attack hidden in a document'),
  protected_material_text: detected('Protected Text', 'published text'),
  protected_material_code: code,
  custom_blocklists: blocklists,
  error: failure,
};

const PromptFilter = define(
  'PromptFilter',
  object({
    prompt_index: integer({ title: 'Prompt Index', description: 'The number of the prompt, from 0.' }),
    content_filter_results: object(results, {
      title: 'Content Filter',
      description: 'What the content filter says of the prompt.',
    }),
    // So spelt of prompts with pictures.
    content_filter_result: object(results, {
      title: 'Picture Content Filter',
      description: 'The same, of a prompt with pictures.',
    }),
  }),
);

/** What Azure's content filter adds to an answer. Its names vary over the versions, and services answer by their own age. */
export const contentFilterOverlay = {
  choice: {
    content_filter_results: {
      title: 'Content Filter',
      description: 'What the content filter says of the answer.',
      extra: true,
      schema: object(results),
    },
    content_filter_result: {
      title: 'Content Filter Failure',
      description: 'What failed, where the content filter could not judge.',
      extra: true,
      schema: object({ error: failure }),
    },
  },
  answer: {
    prompt_filter_results: {
      title: 'Prompt Filter Results',
      description: 'What the content filter says of each prompt.',
      extra: true,
      schema: array(PromptFilter),
    },
    // Its name in the previews of June and July 2023.
    prompt_annotations: {
      title: 'Prompt Annotations',
      description: 'The same, as older services call it.',
      extra: true,
      schema: array(PromptFilter),
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, OverlayNode>>>>;
