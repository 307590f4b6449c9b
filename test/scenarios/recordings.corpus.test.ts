import { fixtures, goesThrough } from './recordings.js';

test.each(fixtures)('%s/%s is read, inferred from, tested and imported', goesThrough);
