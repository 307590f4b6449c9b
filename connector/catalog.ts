import { builtFrom, readJson, surfaceOf, type Connector, type UpstreamConnector } from '../src/index.js';
import { azureOpenai } from './services/azure-openai.js';
import { azureOpenaiV1 } from './services/azure-openai-v1.js';
import { compatible } from './services/compatible.js';
import { openai } from './services/openai.js';

/** Reads a text file of this folder, e.g. `upstream/openai/2.3.0.json`. */
export type ReadText = (file: string) => string;

interface Service {
  readonly name: string;
  readonly summary: string;
  readonly defaultVersion: string;
  /** All versions of the upstream API that it is built for: each has a surface. */
  readonly versions: readonly string[];
  readonly upstream: UpstreamConnector;
}

function service(upstream: UpstreamConnector, summary: string, versions: readonly string[]): Service {
  const { name, defaultVersion } = upstream;
  return { name, summary, defaultVersion, versions, upstream };
}

const services: readonly Service[] = [
  service(openai, 'OpenAI; the model is chosen from a list.', ['2.3.0']),
  service(
    azureOpenai,
    'Azure OpenAI; the deployment is in the path under a dated API version, and in the body under v1.',
    [
      '2023-03-15-preview',
      '2023-05-15',
      '2023-12-01-preview',
      '2024-02-01',
      '2024-06-01',
      '2024-10-21',
      '2025-03-01-preview',
      'v1',
    ],
  ),
  service(azureOpenaiV1, 'Azure OpenAI by its v1 API; the deployment is in the body.', ['v1']),
  service(compatible, 'Any server that speaks the protocol of OpenAI; host, base path and key header are its own.', [
    '2.3.0',
  ]),
];

/** The connectors that the package ships. `read` reads the text files of this folder: the surfaces. */
export const catalog = {
  services,
  build(name: string, version: string | undefined, read: ReadText): Connector {
    const found = services.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`No service is called "${name}".`);
    const file = `upstream/${found.upstream.service}/${version ?? found.defaultVersion}.json`;
    return builtFrom(found.upstream, surfaceOf(readJson(file, read(file)).value, file)).connector;
  },
};
