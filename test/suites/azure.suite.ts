import { suite } from './suite.js';

suite('azure');
