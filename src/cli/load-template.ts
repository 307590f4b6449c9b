import { Fault } from '../core/fault.js';
import { shorten } from '../core/shorten.js';
import type { Connector } from '../definition/connector.js';
import type { ConnectorInTemplate } from '../definition/in-template.js';
import { loadBuilt } from './load-built.js';
import type { Loaded } from './loaded.js';

/**
 * Loads the custom connector of an ARM template. What only a deployment knows of it stays open (its host), or is left out of its texts.
 * Throws a `Fault` (`not-a-connector`) where the template has several.
 */
export function loadTemplate(found: readonly ConnectorInTemplate[], file: string, fallback: string): Loaded {
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) {
    throw new Fault(
      'not-a-connector',
      `The template ${shorten(file)} has ${found.length} custom connectors with a definition, expected one.`,
      { help: 'Take the connector out into a template of its own.' },
    );
  }
  const { name, ...documents } = one;
  const isName = name !== undefined && /^\w[\w.-]*$/.test(name);
  // it is written and read again, which says what is wrong with it
  return loadBuilt({ name: isName ? name : fallback, ...documents } as unknown as Connector, file);
}
