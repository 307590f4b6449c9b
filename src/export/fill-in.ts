/** What stands where a person has to say something. */
export function fillIn(what: string): string {
  return `<${what}>`;
}

/** In place of the id of a key vault. */
export const VAULT =
  '/subscriptions/<subscription>/resourceGroups/<resource group>/providers/Microsoft.KeyVault/vaults/<vault>';

/** In place of the name of a secret there. */
export const SECRET_NAME = fillIn('the name of the secret');
