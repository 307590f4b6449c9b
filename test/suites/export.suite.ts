import { suite } from './suite.js';

suite('export');
