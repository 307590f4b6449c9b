import { own } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { familiesIn, type AnnotatedAt } from '../annotations.js';
import type { LintRule } from '../rule.js';
import { versioningPage } from '../sources.js';

/** Operations of a family that may be offered side by side: one that is in use, and the next one in preview. */
const maxActive = 2;

export const familyWithManyActive: LintRule = {
  code: 'family-with-many-active',
  severity: 'note',
  certification: 'warning',
  summary: 'A family has at most two operations that are not deprecated, and one of them in production.',
  why: 'The designer offers all of them, under names that are nearly the same.',
  source: versioningPage,
  published: { files: 0, of: 161 },
  codes: ['OperationFamilyHasManyActiveOperations', 'OperationFamilyHasManyActiveProductionOperations'],
  examples: {
    bad: [
      { definition: family('Production', 'Production'), at: ['/paths/~1tickets/post/x-ms-api-annotation'] },
      { definition: family('Preview', 'Preview', 'Preview'), at: ['/paths/~1queues/get/x-ms-api-annotation'] },
    ],
    good: [{ definition: family('Production', 'Preview'), at: [] }],
  },
  check(subject, report) {
    for (const [family, members] of familiesIn(subject)) {
      const active = members.filter(({ at }) => at.operation.deprecated !== true);
      const inProduction = active.filter((member) => own(member.annotation, 'status') === 'Production');
      const say = (member: AnnotatedAt | undefined, what: string) => {
        if (member)
          report(member.pointer, `The family ${shorten(family)} has ${what}, expected the older ones deprecated.`);
      };
      say(active[maxActive], `${active.length} operations that are not deprecated`);
      if (active.length <= maxActive) say(inProduction[1], `${inProduction.length} operations in production`);
    }
    return {};
  },
};

/** Operations of one family, each with its status. */
function family(...statuses: readonly string[]) {
  const operations = [
    ['/paths/~1tickets~1{id}/get', 'GetTicket'],
    ['/paths/~1tickets/post', 'CreateTicket_V2'],
    ['/paths/~1queues/get', 'ListQueues_V3'],
  ] as const;
  const changes = statuses.flatMap((status, index) => {
    const [pointer, operationId] = operations[index] ?? ['', ''];
    return [
      [`${pointer}/operationId`, operationId],
      [`${pointer}/x-ms-api-annotation`, { family: 'Ticket', revision: index + 1, status }],
    ] as const;
  });
  const called = '/paths/~1tickets/post/parameters/1/schema/properties/queue/x-ms-dynamic-values/operationId';
  return { ...Object.fromEntries(changes), ...(statuses.length > 2 && { [called]: 'ListQueues_V3' }) };
}
