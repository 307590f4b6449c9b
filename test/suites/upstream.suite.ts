import { suite } from './suite.js';

suite('upstream', 'connector');
