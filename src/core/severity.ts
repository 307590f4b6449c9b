/** How bad a finding is: `error` fails a run, `warning` fails it under `--fail-on warning`, `note` under `--fail-on note`. */
export type Severity = 'error' | 'warning' | 'note';
