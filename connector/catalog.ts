import type { Connector } from '../src/index.js';
import { azureOpenai } from './services/azure-openai.js';
import { azureOpenaiV1 } from './services/azure-openai-v1.js';
import { compatible } from './services/compatible.js';
import { openai } from './services/openai.js';
import type { ReadText } from './surfaces.js';

interface Service {
  readonly name: string;
  readonly summary: string;
  readonly defaultVersion: string;
  /** All versions of the upstream API that it is built for: each has a surface. */
  readonly versions: readonly string[];
  readonly build: (read: ReadText, version: string) => Connector;
}

const services: readonly Service[] = [
  {
    name: 'openai',
    summary: 'OpenAI; the model is chosen from a list.',
    defaultVersion: '2.3.0',
    versions: ['2.3.0'],
    build: openai,
  },
  {
    name: 'azure-openai',
    summary: 'Azure OpenAI under a dated API version; the deployment is in the path.',
    defaultVersion: '2024-10-21',
    versions: ['2023-03-15-preview', '2024-02-01', '2024-06-01', '2024-10-21'],
    build: azureOpenai,
  },
  {
    name: 'azure-openai-v1',
    summary: 'Azure OpenAI by its v1 API; the deployment is in the body.',
    defaultVersion: 'v1',
    versions: ['v1'],
    build: azureOpenaiV1,
  },
  {
    name: 'compatible',
    summary: 'Any server that speaks the protocol of OpenAI; host, base path and key header are its own.',
    defaultVersion: '2.3.0',
    versions: ['2.3.0'],
    build: compatible,
  },
];

/** The connectors that the package ships. `read` reads the text files of this folder: the surfaces. */
export const catalog = {
  services,
  build(name: string, version: string | undefined, read: ReadText): Connector {
    const service = services.find((candidate) => candidate.name === name);
    if (service === undefined) throw new Error(`No service is called "${name}".`);
    return service.build(read, version ?? service.defaultVersion);
  },
};
