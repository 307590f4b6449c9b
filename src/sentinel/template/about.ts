import type { BuiltWorkflow } from '../../actions/workflow.js';

/**
 * What a playbook's template says of it, for people and for the gallery of Microsoft Sentinel.
 * Source: github:Azure/Azure-Sentinel, the contribution guide for playbooks.
 */
export interface PlaybookAbout {
  readonly title: string;
  /** What it does, a paragraph. */
  readonly description: string;
  /** What must be there before, a sentence each. */
  readonly prerequisites: readonly string[];
  /** What is to be done afterwards, a sentence each. */
  readonly postDeployment: readonly string[];
  /** ISO 8601 in UTC, said by the source, so that building it twice gives the same bytes. */
  readonly lastUpdateTime: string;
  /** What it works on. */
  readonly entities?: readonly ('Account' | 'Host' | 'Ip' | 'Url' | 'FileHash' | 'IoTDevice' | 'AzureResource')[];
  readonly tags: readonly string[];
  /** Where it was published in another form: what that got wrong and what this does instead, a sentence each. */
  readonly mended?: readonly string[];
  /** Semantic; goes with the workflow as the tag `hidden-SentinelTemplateVersion`. */
  readonly version: string;
  readonly author: string;
}

/** A playbook: a workflow, and what is said of it. Plain data. */
export interface Playbook extends Omit<BuiltWorkflow, 'kind'> {
  readonly kind: 'playbook';
  readonly about: PlaybookAbout;
}

/**
 * A playbook: export it, and `playbook build` writes its template.
 *
 * @throws Error for a time that is none.
 */
export function playbook(workflow: BuiltWorkflow, about: PlaybookAbout): Playbook {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(about.lastUpdateTime);
  if (!isTime || Number.isNaN(Date.parse(about.lastUpdateTime))) {
    throw new Error(`lastUpdateTime is "${about.lastUpdateTime}": a time such as 2026-01-15T00:00:00Z is expected.`);
  }
  return { ...workflow, kind: 'playbook', about };
}
