import { suite } from './suite.js';

suite('wire');
