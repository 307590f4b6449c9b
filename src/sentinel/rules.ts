import type { Json } from '../core/json.js';
import type { Rule } from '../core/rule.js';

/** An incident as the trigger hands it on, with these properties. */
function withProperties(properties: Json): Json {
  const workspace = '/subscriptions/0/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/soc';
  return { object: { id: `${workspace}/providers/Microsoft.SecurityInsights/Incidents/1`, name: '1', properties } };
}

/** What is said of a trigger's body. An example is the body of an incident trigger. */
export const sentinelRules = {
  absent: {
    code: 'incident-absent',
    severity: 'warning',
    summary: "The trigger's body has the incident that the playbook works on.",
    why: 'Whatever the playbook reads of the incident is null, and what it writes has nowhere to go: the service answers that no incident was found.',
    source:
      '"Run trigger" in the portal of Logic Apps sends an empty body; the trigger of an entity may have no incident',
    examples: { bad: [null, {}, { object: { properties: {} } }, []], good: [withProperties({ title: 'Phishing' })] },
  },
  shape: {
    code: 'incident-shape',
    severity: 'warning',
    summary: "What stands in the trigger's body has the type that Microsoft Sentinel sends.",
    why: 'A run on what the service never sends shows nothing of how the playbook works there.',
    source: "the types of Microsoft's generated client of the Sentinel connector; a list may be null there",
    examples: {
      bad: [
        withProperties({ title: 1 }),
        withProperties({ severity: 'Critical' }),
        withProperties({ labels: ['urgent'] }),
        withProperties({ additionalData: { tactics: 'Execution' } }),
        { object: { id: '1', properties: [] } },
      ],
      good: [
        withProperties({
          title: 'Phishing',
          severity: 'High',
          status: 'New',
          labels: [{ labelName: 'urgent' }],
          additionalData: { tactics: null },
        }),
      ],
    },
  },
} as const satisfies Readonly<Record<string, Rule<Json>>>;
