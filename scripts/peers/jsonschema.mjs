/** The same as ajv.mjs, with an interpreter in place of a compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import jsonschema from 'jsonschema';

const [schema, folder] = process.argv.slice(2).map((path, at) => (at === 0 ? read(path) : path));
const failed = readdirSync(folder).filter(
  (file) => !jsonschema.validate(read(`${folder}/${file}`).response.body, schema).valid,
);
console.log(`${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
