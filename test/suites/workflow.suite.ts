import { suite } from './suite.js';

suite('workflow');
