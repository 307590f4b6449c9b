import { suite } from './suite.js';

suite('scenarios');
