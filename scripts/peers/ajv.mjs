/** The least that a contract check with ajv is: a schema, a folder of recorded exchanges, the number of answers that do not hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const [schema, folder] = process.argv.slice(2);
const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(read(schema));
const failed = readdirSync(folder).filter((file) => !validate(read(`${folder}/${file}`).response.body));
console.log(`${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
