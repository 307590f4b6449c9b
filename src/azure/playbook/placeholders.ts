import { own, type Json } from '../../core/json.js';
import { shorten } from '../../core/shorten.js';
import { objectAt } from '../../workflow/find.js';
import { stepsOf } from '../../workflow/steps.js';
import type { Obstacle } from '../preflight.js';
import type { WantedPlaybook } from './wanted.js';

/** An address that is yet to be filled in: `https://your-resource.example.com`, `https://<name>.example.com`. */
const OPEN = /^https?:\/\/(?:your[-_.]|[^/?#<]{0,200}<[^<>/]{1,100}>)/i;

function isOpen(value: Json | undefined): value is string {
  return typeof value === 'string' && OPEN.test(value);
}

/** The addresses of a playbook that still hold what somebody has to fill in: its calls would go nowhere, or to somebody else. */
export function openAddresses({ definition, values }: WantedPlaybook): readonly Obstacle[] {
  const parameters = Object.entries(values).flatMap(([name, value]): Obstacle[] => {
    if (!isOpen(value)) return [];
    const message = `The parameter ${shorten(name)} is still ${shorten(value)}, expected an address.`;
    return [{ code: 'placeholder-left', message, help: `Give --param ${name}=ADDRESS.` }];
  });
  const steps = stepsOf(definition, '', []).flatMap(({ name, value }): Obstacle[] => {
    const uri = own(objectAt(value, 'inputs'), 'uri');
    if (!isOpen(uri)) return [];
    const message = `The action ${shorten(name)} still calls ${shorten(uri)}, expected an address.`;
    return [{ code: 'placeholder-left', message, help: 'Fill it in, in the file of the workflow.' }];
  });
  return [...parameters, ...steps];
}
