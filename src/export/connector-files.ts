import type { Connector } from '../definition/connector.js';
import { writeConnector } from '../definition/write.js';
import type { Exported } from './exported.js';
import type { ExportFile } from './export-file.js';

/** The connector's own files, as `build` writes them: what an export with a folder of its own loads. */
export function connectorFiles({ request }: Exported, properties?: Connector['properties']): readonly ExportFile[] {
  const { connector } = request.wanted;
  return writeConnector({ ...connector, properties: properties ?? connector.properties });
}

/** The file that holds the icon as a `data:` URL, where there is one. */
export const ICON_FILE = 'icon.txt';

/** That file. */
export function iconFiles({ request }: Exported): readonly ExportFile[] {
  const { iconUri } = request.wanted;
  return iconUri === undefined ? [] : [{ path: ICON_FILE, text: iconUri }];
}
