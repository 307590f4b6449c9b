import type { Answer } from './answer.js';
import { dynamicSchema } from './dynamic.js';
import { spend, type Expansion } from './expand.js';
import { expressionOf } from './expression.js';
import { headerToken } from './header-token.js';
import { keyOf, originOf, pointerOf, titleOf, type Output } from './output.js';
import { eachOutput, type Owner } from './outputs.js';
import type { Token } from './token.js';
import { visibilityOf } from './visibility.js';

/** The outputs of an answer: those of its body, as `outputs.ts` goes through it, and its headers. */
export function tokensOf(expansion: Expansion, answer: Answer | undefined, owner: Owner): readonly Token[] {
  const tokens: Token[] = [];
  eachOutput(expansion, answer, { ...owner, visit: (output) => tokens.push(tokenAt(output)) });
  for (const [name, header] of Object.entries(answer?.headers ?? {})) {
    if (visibilityOf(header) !== 'internal' && spend(expansion)) {
      tokens.push(headerToken(name, header, { action: owner.action, pointer: `${answer?.pointer}/headers` }));
    }
  }
  return tokens;
}

function tokenAt(output: Output): Token {
  const { schema, loop } = output;
  const visibility = visibilityOf(schema, output.visibility);
  const dynamic = dynamicSchema(schema);
  return {
    key: keyOf(output),
    pointer: pointerOf(output),
    title: titleOf(output),
    ...(schema.description !== undefined && { description: schema.description }),
    type: schema.type ?? 'any',
    ...(schema.format !== undefined && { format: schema.format }),
    visibility: visibility === 'internal' ? 'none' : visibility, // what is internal has been left out
    expression: expressionOf(originOf(output)),
    loops: loop.over.map((list) => expressionOf(originOf(list))),
    required: output.required,
    ...(dynamic && { dynamic }),
  };
}
