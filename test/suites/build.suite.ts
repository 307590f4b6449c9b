import { suite } from './suite.js';

suite('build');
