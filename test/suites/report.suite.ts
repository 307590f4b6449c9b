import { suite } from './suite.js';

suite('report');
