import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A recorded exchange in our own format, as far as the benchmark looks at it. */
export interface Sample {
  readonly request: { readonly method: string; readonly url: string; readonly body: unknown };
  readonly response: { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
}

/** The recorded answers under `folder` that hold an object under status 200, each file's own. */
export function recordedAnswers(folder: string): Sample[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.toSorted().flatMap((file) => {
    const read: Sample | readonly Sample[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return [read].flat().filter(isAnswer);
  });
}

function isAnswer({ request, response }: Partial<Sample>): boolean {
  const body = response?.body;
  return (
    request?.method === 'POST' &&
    response?.status === 200 &&
    typeof body === 'object' &&
    body !== null &&
    !Array.isArray(body)
  );
}

/** `count` of them, one after another and again from the start, no two alike: each has an id of its own. They go to `origin`. */
export function varied(samples: readonly Sample[], count: number, origin: string): Sample[] {
  return Array.from({ length: count }, (_, at) => {
    const sample = samples[at % samples.length];
    if (!sample) throw new Error('There is no recorded answer to measure with.');
    const { request, response } = sample;
    const url = request.url.replace(/^https?:\/\/[^/]+/, origin);
    const body = { ...response.body, id: `${response.body['id']}-${at}` };
    return { ...sample, request: { ...request, url }, response: { ...response, body } };
  });
}

/** Writes each value to a file of its own in `folder` and gives their paths. */
export function writeEach(folder: string, values: readonly unknown[]): string[] {
  mkdirSync(folder, { recursive: true });
  return values.map((value, at) => {
    const file = join(folder, `${String(at).padStart(4, '0')}.json`);
    writeFileSync(file, JSON.stringify(value, null, 2));
    return file;
  });
}

/**
 * The connector in `folder` with its one POST under `times` paths, written to `to`, and the samples spread over these:
 * a definition with that many times the facts, all of real content.
 */
export function widened(
  folder: string,
  samples: readonly Sample[],
  { times, to }: { times: number; to: string },
): Sample[] {
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const definition: { paths: Record<string, { post?: { operationId: string } }> } = read('apiDefinition.swagger.json');
  const contract: { operations: Record<string, unknown> } = read('contract.json');
  const [path, { post }] = Object.entries(definition.paths).find(([, item]) => item.post) ?? ['', {}];
  if (!post) throw new Error(`${folder} has no operation with POST.`);
  for (let at = 1; at < times; at += 1) {
    const operationId = `${post.operationId}${at}`;
    definition.paths[`/copy${at}${path}`] = { post: { ...post, operationId } };
    contract.operations[operationId] = contract.operations[post.operationId];
  }
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'apiDefinition.swagger.json'), JSON.stringify(definition, null, 2));
  writeFileSync(join(to, 'contract.json'), JSON.stringify(contract, null, 2));
  return samples.map((sample, at) => {
    const copy = at % times === 0 ? '' : `/copy${at % times}`;
    const url = sample.request.url.replace(path, copy + path);
    return { ...sample, request: { ...sample.request, url } };
  });
}
