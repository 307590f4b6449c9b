import { shorten } from '../../core/shorten.js';
import { resolveAs } from '../../openapi/refs.js';
import { upload } from '../example-upload.js';
import type { LintRule } from '../rule.js';
import type { Subject } from '../subject.js';
import type { OperationAt } from '../../openapi/walk.js';
import { validatorPage } from '../sources.js';

export const consumesUnfit: LintRule = {
  code: 'consumes-unfit',
  severity: 'warning',
  summary: 'What an operation consumes can carry what it takes: a form its fields, JSON an object.',
  why: 'The request is sent with a content type that does not say how it is written, and the service cannot read it.',
  source: `${validatorPage} (MimeTypeNotCompatibleWithRequestContentSchemaType)`,
  published: { files: 0, of: 161 },
  codes: ['MimeTypeNotCompatibleWithRequestContentSchemaType'],
  examples: {
    bad: [
      { definition: upload('application/json', { type: 'string' }), at: ['/paths/~1files/post'] },
      { definition: { '/paths/~1tickets/post/consumes': ['text/plain'] }, at: ['/paths/~1tickets/post'] },
    ],
    good: [{ definition: upload('application/x-www-form-urlencoded', { type: 'string' }), at: [] }],
  },
  check(subject, report) {
    for (const at of subject.operations) {
      const consumes = at.operation.consumes ?? subject.definition.consumes ?? [];
      if (consumes.length === 0) continue;
      const unfit = unfitFor(subject, at, consumes);
      if (unfit === undefined) continue;
      report(at.pointer, `The operation consumes ${shorten(consumes.join(', '))}, which cannot carry ${unfit}.`);
    }
    return {};
  },
};

/** Media types in which a form can be sent. */
const form = /form-data|x-www-form-urlencoded/;
/** Media types that hold bytes or plain text, and no object. */
const flat = /^(?:text\/plain|text\/html|text\/csv|application\/octet-stream|multipart\/|image\/|audio\/|video\/)/;

/** What the operation takes that no media type of it can carry; the files of a form have a finding of their own when the definition is read. */
function unfitFor(subject: Subject, { operation }: OperationAt, consumes: readonly string[]): string | undefined {
  const fields = (subject.parameters.get(operation) ?? []).filter(({ parameter }) => parameter.in === 'formData');
  const isForm = consumes.some((type) => form.test(type));
  const hasFile = fields.some(({ parameter }) => parameter.in === 'formData' && parameter.type === 'file');
  if (fields.length > 0) return isForm || hasFile ? undefined : 'the fields of a form';
  const request = subject.bodies.get(operation)?.request;
  const body =
    request && resolveAs(subject.definition, 'schema', { node: request.schema, pointer: request.pointer })?.node;
  if (body?.type !== 'object' && body?.type !== 'array') return undefined;
  return consumes.every((type) => flat.test(type)) ? `a body of type ${body.type}` : undefined;
}
