/** What scripts and pages of a project name. */
export interface Places {
  readonly name: string;
  readonly origin: string;
  /** The title of the connector. */
  readonly title: string;
  /** The folder of the connector's files. */
  readonly folder: string;
  readonly hasSamples: boolean;
  readonly hasSuppressed: boolean;
}
