import type { RecordingFormat } from './format.js';
import { har } from './har.js';
import { logicApps } from './logic-apps.js';
import { nock } from './nock.js';
import { postman1 } from './postman-1.js';
import { newman } from './postman-newman.js';
import { postman } from './postman.js';
import { rubyVcr } from './ruby-vcr.js';
import { testAgent } from './test-agent.js';
import { testProxy } from './test-proxy.js';
import { vcrPy } from './vcr-py.js';

/** The formats of other tools, each recognized by what only it has; one that others might be taken for comes after them. */
export const formats: readonly RecordingFormat[] = [
  har,
  newman,
  postman,
  postman1,
  nock,
  vcrPy,
  rubyVcr,
  testProxy,
  testAgent,
  logicApps,
];
