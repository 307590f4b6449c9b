import type { Exchange, RecordedRequest } from '../http/exchange.js';
import { addBodies, addBody, newBodies, type Bodies } from './bodies.js';
import { spend, type Budget } from './budget.js';
import { addAllValues, addValues, type ValuesByName } from './values.js';

/** All that was seen of one operation. */
export interface Traffic {
  count: number;
  /** How many requests were recorded with headers. */
  withHeaders: number;
  /** The bodies of requests that the API did not call wrong. */
  readonly accepted: Bodies;
  /** The others. They say nothing of what a request should be. */
  readonly refused: Bodies;
  readonly query: ValuesByName;
  readonly headers: ValuesByName;
  /** By status. */
  readonly answers: Map<number, Bodies>;
}

/** The statuses by which an API says that the request itself is wrong: those of the contract test. */
const refusals: ReadonlySet<number> = new Set([400, 422]);

/** Traffic without an exchange. */
export function newTraffic(): Traffic {
  return {
    count: 0,
    withHeaders: 0,
    accepted: newBodies(),
    refused: newBodies(),
    query: new Map(),
    headers: new Map(),
    answers: new Map(),
  };
}

/** A query, in order and decoded. */
export type Query = readonly (readonly [name: string, value: string])[];

/** Adds an exchange; `query` is that of its URL. */
export function addExchange(traffic: Traffic, { request, response }: Exchange, { query, budget }: Adding): void {
  traffic.count += 1;
  addBody(refusals.has(response?.status ?? 0) ? traffic.refused : traffic.accepted, request, budget);
  addQuery(traffic, query, budget);
  addHeaders(traffic, request, budget);
  if (response === undefined) return;
  const answers = answersOf(traffic, response.status, budget);
  if (answers !== undefined) addBody(answers, response, budget);
}

interface Adding {
  readonly query: Query;
  readonly budget: Budget;
}

function answersOf(traffic: Traffic, status: number, budget: Budget): Bodies | undefined {
  const known = traffic.answers.get(status);
  if (known !== undefined || !spend(budget)) return known;
  const made = newBodies();
  traffic.answers.set(status, made);
  return made;
}

/** Whether a query parameter says which version of the API is wanted. */
export function isVersionName(name: string): boolean {
  return /^api[-_]?version$/i.test(name);
}

function addQuery(traffic: Traffic, query: Query, budget: Budget): void {
  const byName = new Map<string, string[]>();
  for (const [name, value] of query) {
    if (name === '') continue;
    const values = byName.get(name) ?? [];
    byName.set(name, values);
    values.push(value);
  }
  for (const [name, values] of byName)
    addValues(traffic.query, { name, values, remembered: isVersionName(name) }, budget);
}

/** The date that APIs have as a version; programs that send their own have numbers in its place. */
const DATED = /^\d{4}-\d\d-\d\d(?:-\w{1,20})?$/;

/**
 * Of all headers only those by which a version of the API is chosen: what else a recorded client sends is about the client, the transport
 * or a trace, and the key belongs to the connection.
 */
function addHeaders(traffic: Traffic, { headers }: RecordedRequest, budget: Budget): void {
  const entries = Object.entries(headers);
  if (entries.length > 0) traffic.withHeaders += 1;
  for (const [name, value] of entries) {
    if (!/(?:^|-)version$/.test(name) || !DATED.test(value)) continue;
    addValues(traffic.headers, { name, values: [value], remembered: true }, budget);
  }
}

/** Adds all that `other` has seen. */
export function addTraffic(traffic: Traffic, other: Traffic, budget: Budget): void {
  traffic.count += other.count;
  traffic.withHeaders += other.withHeaders;
  addBodies(traffic.accepted, other.accepted, budget);
  addBodies(traffic.refused, other.refused, budget);
  addAllValues(traffic.query, other.query, budget);
  addAllValues(traffic.headers, other.headers, budget);
  for (const [status, bodies] of other.answers) {
    const answers = answersOf(traffic, status, budget);
    if (answers !== undefined) addBodies(answers, bodies, budget);
  }
}
