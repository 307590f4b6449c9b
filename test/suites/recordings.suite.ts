import { suite } from './suite.js';

suite('recording', 'infer', 'contract');
