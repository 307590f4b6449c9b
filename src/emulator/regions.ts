/** The regions of Azure in which Logic Apps runs, by name. azure.microsoft.com/explore/global-infrastructure, 2026. */
export const regions: ReadonlySet<string> = new Set(
  `australiacentral australiaeast australiasoutheast brazilsouth canadacentral canadaeast centralindia centralus chinaeast2 chinaeast3
  chinanorth2 chinanorth3 eastasia eastus eastus2 francecentral francesouth germanynorth germanywestcentral indonesiacentral israelcentral
  italynorth japaneast japanwest koreacentral koreasouth malaysiawest mexicocentral newzealandnorth northcentralus northeurope norwayeast
  norwaywest polandcentral qatarcentral southafricanorth southafricawest southcentralus southindia southeastasia spaincentral swedencentral
  switzerlandnorth switzerlandwest uaecentral uaenorth uksouth ukwest usdodcentral usdodeast usgovarizona usgovtexas usgovvirginia
  westcentralus westeurope westindia westus westus2 westus3`.split(/\s+/),
);

/** A region's name as Azure Resource Manager compares it: `West Europe` is `westeurope`. */
export function normalRegion(location: string): string {
  return location.replaceAll(' ', '').toLowerCase();
}
