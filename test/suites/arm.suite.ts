import { suite } from './suite.js';

suite('arm');
