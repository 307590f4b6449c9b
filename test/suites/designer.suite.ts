import { suite } from './suite.js';

suite('designer');
