/** How well it is known that Azure answers so. */
export interface Source {
  /**
   * `recorded`: a real response; `spec`: the official API specification; `portal`: the code of the Azure portal's designer, which relies on it;
   * `issue`: a response that somebody pasted into an issue, or a file, on GitHub; `docs`: Microsoft's documentation; `guess`: nobody told us.
   */
  readonly kind: 'recorded' | 'spec' | 'portal' | 'issue' | 'docs' | 'guess';
  /** Which, or what the guess goes by. */
  readonly of: string;
}

/** A real GET, of 2017 to 2019. */
export const recorded = (of: string): Source => ({ kind: 'recorded', of });

/** The specification of Microsoft.Web (2016-06-01), Microsoft.Logic (2019-05-01), Microsoft.OperationalInsights (2022-10-01) or Microsoft.SecurityInsights (2024-03-01), its examples included. */
export const spec = (of: string): Source => ({ kind: 'spec', of });

/** A file of github:Azure/LogicAppsUX, the designer of the Azure portal. */
export const portal = (of: string): Source => ({ kind: 'portal', of });

/** `owner/repository#number` on GitHub, or what there is of it. */
export const issue = (of: string): Source => ({ kind: 'issue', of });

/** A page of learn.microsoft.com. */
export const docs = (of: string): Source => ({ kind: 'docs', of });

/** What is not known, and what we did instead. */
export const guess = (of: string): Source => ({ kind: 'guess', of });
