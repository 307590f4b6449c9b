import { suite } from './suite.js';

suite('emulator');
