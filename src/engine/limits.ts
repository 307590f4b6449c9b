/** How deep containers may stand in each other here. The service refuses more than 8 at save. */
export const MAX_NESTING = 50;

/** How often actions have their turn in a run, those in loops each time: ours, so that every run ends. */
export const MAX_TURNS = 250_000;

/** What evaluations may take in the time of a turn, in the units of `MAX_WORK`: measured on Node 20, about. */
export const WORK_A_TURN = 2000;

/** How long a run may take, in milliseconds: 90 days, "Limits and configuration reference for Azure Logic Apps" (Consumption). */
export const MAX_RUN_MS = 90 * 24 * 60 * 60 * 1000;

/** The most items of a Foreach: the same page. */
export const MAX_FOREACH_ITEMS = 100_000;

/** How many rounds of a Foreach go at the same time where it does not say: the same page. */
export const FOREACH_AT_ONCE = 20;

/** The most rounds of a Foreach that may go at the same time: the same page. */
export const MAX_FOREACH_AT_ONCE = 50;

/** How often an Until goes round where it does not say: the same page. */
export const UNTIL_ROUNDS = 60;

/** The most rounds of an Until: the same page. */
export const MAX_UNTIL_ROUNDS = 5000;

/** How long an Until goes on where it does not say, in milliseconds: PT1H, the same page. */
export const UNTIL_MS = 60 * 60 * 1000;

/** How long the service waits for one answer, in milliseconds: 120 s, the same page (Consumption). */
export const MAX_CALL_MS = 120 * 1000;

/** The most times that a call is sent again: the same page. */
export const MAX_RETRIES = 90;

/** The most items that pagination brings together: the same page. */
export const MAX_PAGED_ITEMS = 100_000;

/** How long it is until a status is asked for again where `Retry-After` says nothing, in milliseconds; not documented. */
export const POLL_MS = 10 * 1000;

/** How many workflows may call each other, one within the other: ours. */
export const MAX_CHILDREN_DEPTH = 10;
