import { suite } from './suite.js';

suite('lint', 'designer', 'recording', 'infer', 'contract');
