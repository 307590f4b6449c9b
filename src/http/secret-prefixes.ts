/** Tokens that say by how they begin whose they are: one of `beginnings`, `mark`, a run of `rest`. */
interface Announced {
  readonly beginnings: string;
  /** The character, escaped, that ends every beginning. */
  readonly mark: string;
  /** What such a token surely goes on with; tool and model names do not. */
  readonly rest: string;
}

/** As the services document them and secret scanners (their own, gitleaks) list them. All of them have a digit. */
export const ANNOUNCED: readonly Announced[] = [
  {
    // xAI, sessions in a browser, GitLab, Slack, Google, Perplexity, NVIDIA, PyPI
    beginnings: 'xai|sess|gl(?:pat|dt|rt|cbt|ptt|ft)|xox[a-z]|xapp|GOCSPX|pplx|nvapi|pypi',
    mark: '-',
    rest: '[\\w-]{16}',
  },
  {
    // Mailgun
    beginnings: 'key',
    mark: '-',
    rest: '[0-9a-f]{32}',
  },
  {
    // Groq, Hugging Face, npm, Stripe, Shopify, DigitalOcean, Grafana, Linear, Notion, Replicate, Docker
    beginnings: 'gsk|hf|npm|[rs]k_(?:live|test)|shp(?:at|ca|pa|ss)|do[opr]_v1|glsa|lin_api|ntn|r8|dckr_(?:pat|oat)',
    mark: '_',
    rest: '[A-Za-z0-9]{16}',
  },
  {
    // what signs webhooks
    beginnings: 'whsec',
    mark: '_',
    rest: '[\\w+/]{16,128}={0,2}',
  },
  {
    // SendGrid, access tokens of Google, HashiCorp Vault
    beginnings: 'SG|ya29|hv[sbr]',
    mark: '[.]',
    rest: '[\\w-]{16}',
  },
  {
    // keys of Google's APIs
    beginnings: 'AI',
    mark: 'z',
    rest: 'a[\\w-]{16}',
  },
  {
    // Databricks
    beginnings: 'dap',
    mark: 'i',
    rest: '[0-9a-f]{32}',
  },
];
