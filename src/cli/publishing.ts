import { connect } from './commands/connect.js';
import { drift } from './commands/drift.js';
import { plan } from './commands/plan.js';
import { publish } from './commands/publish.js';
import { pull } from './commands/pull.js';
import { unpublish } from './commands/unpublish.js';

/** The commands that work on what is deployed. They share nearly all that they load, and so a chunk of the bundle. */
export const publishing = { plan, publish, connect, drift, pull, unpublish };
