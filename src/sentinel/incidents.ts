import { isArray, isObject, own } from '../core/json.js';
import { shorten } from '../core/shorten.js';
import { incidentJson, textAt, type Incident } from './incident.js';
import { onIncident } from './on-incident.js';
import type { Operation } from './operation.js';
import { patched } from './patch.js';
import {
  changed,
  guidOf,
  refused,
  succeeded,
  withActivity,
  type Answered,
  type SentinelCall,
  type Workspace,
} from './workspace.js';

const WORKSPACE = '/Incidents/subscriptions/{subscription}/resourceGroups/{group}/workspaces/{workspace}';

/** `GetIncidentV2`, `UpdateIncident`, `CreateIncident` and `GetIncidentByAlertIdV2`. */
export const incidentOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: '/Incidents',
    answer: onIncident(({ workspace, incident }) => succeeded(workspace, incidentJson(incident))),
  },
  {
    method: 'PUT',
    path: '/Incidents',
    answer: onIncident(({ workspace, incident, body, time }) => {
      const after = patched(incident.properties, body);
      if ('problem' in after) return refused(workspace, 400, after.problem);
      const updated = { ...incident, properties: { ...after.properties, lastModifiedTimeUtc: time } };
      const activity = after.what.map((what) => ({ time, what }));
      return succeeded(changed(workspace, updated, activity), incidentJson(updated));
    }),
  },
  { method: 'PUT', path: WORKSPACE, answer: created },
  {
    method: 'GET',
    path: `${WORKSPACE}/alerts/{alert}`,
    answer: (workspace, _, values) => {
      const alert = values.get('alert') ?? '';
      const incident = workspace.incidents.find((one) => hasAlert(one, alert));
      if (!incident) return refused(workspace, 404, `No incident of the alert ${shorten(alert)} was found.`);
      return succeeded(workspace, incidentJson(incident));
    },
  },
];

function created(workspace: Workspace, call: SentinelCall, values: ReadonlyMap<string, string>): Answered {
  const body = isObject(call.body) ? call.body : {};
  const after = patched({ status: 'New', severity: 'Medium', labels: [], createdTimeUtc: call.time }, body);
  if ('problem' in after) return refused(workspace, 400, after.problem);
  const title = textAt(after.properties, 'title') ?? '';
  if (title === '') return refused(workspace, 400, 'The field title is required: a text that is not empty.');
  const [subscription, group, name] = ['subscription', 'group', 'workspace'].map((key) => values.get(key) ?? '');
  const guid = guidOf(`incident ${workspace.incidents.length}`);
  const id = `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.OperationalInsights/workspaces/${name}/providers/Microsoft.SecurityInsights/Incidents/${guid}`;
  const incident: Incident = { id, name: guid, properties: after.properties, comments: [], tasks: [], relations: [] };
  const what = `The incident ${shorten(title)} was created.`;
  return succeeded(
    { incidents: [...workspace.incidents, incident], activity: withActivity(workspace, [{ time: call.time, what }]) },
    incidentJson(incident),
  );
}

function hasAlert({ properties }: Incident, id: string): boolean {
  const alerts = own(properties, 'alerts');
  if (alerts === undefined || !isArray(alerts)) return false;
  return alerts.some((alert) => {
    if (!isObject(alert)) return false;
    const about = own(alert, 'properties');
    return textAt(alert, 'name') === id || (isObject(about) && textAt(about, 'systemAlertId') === id);
  });
}
