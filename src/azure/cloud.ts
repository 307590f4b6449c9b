/** One of the clouds of Azure, or an emulator in its place. */
export interface Cloud {
  readonly name: string;
  /** Where Azure Resource Manager is reached, without an ending slash. */
  readonly management: string;
  /** What an access token is asked for. */
  readonly scope: string;
}

/** The clouds that `--cloud` names. learn.microsoft.com/azure/azure-government/compare-azure-government-global-azure. */
export const clouds = {
  public: cloud('public', 'https://management.azure.com'),
  usgov: cloud('usgov', 'https://management.usgovcloudapi.net'),
} as const;

function cloud(name: string, management: string): Cloud {
  return { name, management, scope: `${management}/.default` };
}
