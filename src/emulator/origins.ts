import type { EmulatorWorld } from './message.js';

/** Where Azure Resource Manager is reached. */
export function armOrigin({ origin }: EmulatorWorld): string {
  return origin ?? 'https://management.azure.com';
}

/** Where calls of connections go. Recorded: `https://logic-apis-<region>.azure-apim.net`. */
export function gatewayOrigin({ origin }: EmulatorWorld, region: string): string {
  return origin ?? `https://logic-apis-${region}.azure-apim.net`;
}

/** Where definitions are kept: Azure's own blob store. */
export function filesOrigin({ origin }: EmulatorWorld): string {
  return origin ?? 'https://wawsprodemulator.blob.core.windows.net';
}
