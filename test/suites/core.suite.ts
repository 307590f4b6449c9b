import { suite } from './suite.js';

suite('core');
