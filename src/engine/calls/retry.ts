import { isObject, own, type Json, type JsonObject } from '../../core/json.js';
import { MAX_RETRIES } from '../limits.js';
import { durationMs } from '../run/time.js';
import { isInteger } from '../values/types.js';

/** When a call is sent again; times in milliseconds. */
export interface RetryPolicy {
  readonly type: 'none' | 'fixed' | 'exponential';
  readonly count: number;
  readonly interval: number;
  readonly least: number;
  readonly most: number;
}

/** Without a policy: 4 times after 7.5 s and twice as long each time, from 5 s to 45 s: measured by github:tomdam/flowforger. */
const standard: RetryPolicy = { type: 'exponential', count: 4, interval: 7500, least: 5000, most: 45_000 };

const DAY_MS = 24 * 60 * 60 * 1000;

/** The policy that an action has, evaluated. */
export function retryPolicy(written: Json | undefined): RetryPolicy {
  if (!isObject(written)) return standard;
  const given = own(written, 'type');
  const type = typeof given === 'string' ? given.toLowerCase() : '';
  if (type === 'none') return { ...standard, type, count: 0 };
  if (type !== 'fixed' && type !== 'exponential') return standard;
  const count = own(written, 'count') ?? standard.count;
  return {
    type,
    count: isInteger(count) ? Math.min(Number(count), MAX_RETRIES) : standard.count,
    interval: durationMs(own(written, 'interval')) ?? (type === 'fixed' ? 20_000 : standard.interval),
    least: durationMs(own(written, 'minimumInterval')) ?? standard.least,
    most: durationMs(own(written, 'maximumInterval')) ?? DAY_MS,
  };
}

/** How long to wait before a call is sent for the `retry`th time again, 1 for the first; undefined where it is not. */
export function retryDelay(policy: RetryPolicy, retry: number, said: number | undefined): number | undefined {
  if (retry > policy.count) return undefined;
  if (said !== undefined) return said;
  if (policy.type === 'fixed') return policy.interval;
  return Math.min(policy.most, Math.max(policy.least, policy.interval * 2 ** (retry - 1)));
}

/** Whether a call is sent again after such an answer. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** What `Retry-After` says, in milliseconds from `now`. */
export function retryAfter(headers: JsonObject, now: number): number | undefined {
  const said = headerOf(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000;
  const moment = /[a-z]/i.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now);
}

/** The header of this name, which is in lower case. */
export function headerOf(headers: JsonObject, name: string): string | undefined {
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}
