import { suite } from './suite.js';

suite('diff');
