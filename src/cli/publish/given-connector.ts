import { Fault } from '../../core/fault.js';

/** The CONNECTOR of a command, which only a fleet file can say in its place. Throws a `Fault` where there is none. */
export function givenConnector([given]: readonly string[], command: string): string {
  if (given !== undefined) return given;
  throw new Fault('called-wrongly', 'CONNECTOR is missing.', { help: `See connector-kit ${command} --help.` });
}
