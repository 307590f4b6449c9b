import type { Card } from '../../designer/card.js';
import type { ItemField } from '../../designer/control.js';
import type { Response } from '../../openapi/types.js';
import { resolveAs } from '../../openapi/refs.js';
import type { Document } from '../../openapi/types.js';
import type { OperationAt } from '../../openapi/walk.js';
import { folded, table } from '../look/blocks.js';
import { html, type Html } from '../look/html.js';
import { pathedFields } from './field-paths.js';
import { seenMark, type SeenOf } from './seen.js';

/** The reference of an operation, in the manner of Microsoft's: what it takes, what it gives, and with which statuses. */
export function referenceView(
  card: Card,
  parts: { readonly at: OperationAt; readonly document: Document; readonly seen: SeenOf | undefined },
): Html {
  const statuses = responsesTable(card.title, parts);
  return folded(
    'Reference',
    html`<p class="small">Operation ID: <code>${card.operationId}</code></p>
      <h4>Parameters</h4>
      ${parametersTable(card)}
      <h4>Returns</h4>
      ${returnsTable(card)}
      <h4>Statuses</h4>
      ${statuses}`,
  );
}

function parametersTable({ title, fields }: Card): Html {
  const shown = fields.filter((field) => field.shown !== 'never');
  if (shown.length === 0) return html`<p class="soft">This operation has no parameters.</p>`;
  return table({
    label: `Parameters of ${title}`,
    heads: ['Name', 'Key', 'Required', 'Type', 'Description'],
    rows: pathedFields(shown).map(({ field, path }) => [
      field.label,
      html`<code>${keyOf(path)}</code>`,
      field.required ? 'True' : '',
      typeOf(field),
      field.placeholder,
    ]),
  });
}

/** `body.$.messages $.role` is `messages[].role`: what stands before `$` says where it is sent, and not what it is called. */
function keyOf(path: string): string {
  const [own = '', ...inner] = path.split(' ').map((key) => key.replace(/^\w*\.?\$\.?/, ''));
  return [own || 'body', ...inner].join('[].').replace(/\.$/, '');
}

function typeOf({ type, format, control }: ItemField): string {
  if (control.kind === 'array') return 'fields' in control ? 'array of object' : 'array';
  return format ?? type;
}

function returnsTable({ title, outputs }: Card): Html {
  if (outputs.length === 0) return html`<p class="soft">Nothing that a later step can pick.</p>`;
  return table({
    label: `What ${title} returns`,
    heads: ['Name', 'Path', 'Type', 'Description'],
    rows: outputs.map(({ title: name, key, type, format, description }) => [
      name,
      html`<code>${outputPath(key)}</code>`,
      format ?? type,
      description,
    ]),
  });
}

/** `body.$.choices.[*].message` is `choices[].message`. */
function outputPath(key: string): string {
  const [place = '', , ...segments] = key.split('.');
  return segments.length === 0 ? place : segments.join('.').replaceAll('.[*]', '[]');
}

function responsesTable(
  title: string,
  { at, document, seen }: { readonly at: OperationAt; readonly document: Document; readonly seen: SeenOf | undefined },
): Html {
  const statuses = Object.entries(at.operation.responses).filter(([status]) => !status.startsWith('x-'));
  return table({
    label: `Statuses of ${title}`,
    heads: ['Status', 'Description', ...(seen ? ['Recorded'] : [])],
    rows: statuses.map(([status, node]) => {
      const response: Response | undefined = resolveAs(document, 'response', { node, pointer: '' })?.node;
      return [html`<code>${status}</code>`, response?.description, ...(seen ? [seenMark(seen.status(status))] : [])];
    }),
  });
}
