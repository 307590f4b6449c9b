import { suite } from './suite.js';

suite('azure', 'emulator', 'fleet', 'export');
