import { suite } from './suite.js';

suite('scenarios', 'actions', 'engine', 'engine/data', 'sentinel', 'playbook', 'playbooks', 'matchers');
