import { suite } from './suite.js';

suite('actions', 'engine', 'engine/data', 'sentinel', 'playbook', 'playbooks');
