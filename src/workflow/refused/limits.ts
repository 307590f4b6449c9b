/** How much of everything a workflow may have: "Workflow definition limits" of Microsoft's reference of limits. */
export const limits = {
  actions: 500,
  triggers: 10,
  /** In a Switch, without the default. */
  cases: 25,
  variables: 250,
  parameters: 50,
  outputs: 10,
  /** Levels of containers around an action: at the top it is 0. */
  nesting: 8,
  /** Of a trigger, an action or a variable, in characters. */
  nameLength: 80,
  /** Of one expression, without its `@`, in characters. */
  expressionLength: 8192,
} as const;
