/* Where the rules come from, beside what `workflow/refused/sources.ts` names. */

/** How secrets are kept out of the history of runs. */
export const securingPage = 'https://learn.microsoft.com/azure/logic-apps/logic-apps-securing-a-logic-app';
/** What reviewers of published playbooks ask for. */
export const reviews = 'reviews of github:Azure/Azure-Sentinel, pull requests 4589, 7752, 14896 and 14974';
/** What recordings of language models show. */
export const recordings = 'measured over 1,195 recorded answers of language models';
