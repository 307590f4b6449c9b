import { suite } from './suite.js';

suite('core', 'openapi', 'definition', 'build', 'report', 'http', 'docs', 'scaffold');
