import { suite } from './suite.js';

suite('cli', 'pages');
