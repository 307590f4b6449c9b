import { suite } from './suite.js';

suite('diff', 'workflow', 'expression', 'arm', 'wire', 'upstream', 'connector');
