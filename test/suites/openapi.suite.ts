import { suite } from './suite.js';

suite('openapi');
