import { severities, statuses } from './trigger-findings.js';

/** Of what has no value, Microsoft Sentinel sends null. */
const text = (title: string, description?: string) => ({
  title,
  type: ['string', 'null'],
  ...(description && { description }),
});
const list = (title: string, items: object, description?: string) => ({
  title,
  type: ['array', 'null'],
  items,
  ...(description && { description }),
});
const object = (title: string, properties: object = {}) => ({ title, type: ['object', 'null'], properties });

const schemaPlace = { title: 'Schema', type: 'string', description: 'Where this schema is, for editors.' };

const incident = {
  title: 'Incident',
  type: 'object',
  required: ['id'],
  properties: {
    id: {
      title: 'Id',
      type: 'string',
      minLength: 1,
      description: 'The resource id: /subscriptions/.../Microsoft.SecurityInsights/Incidents/GUID.',
    },
    name: text('Name', 'The GUID at the end of the id.'),
    properties: {
      title: 'Properties',
      type: ['object', 'null'],
      properties: {
        title: text('Title'),
        description: text('Description'),
        severity: { title: 'Severity', enum: [...severities, null] },
        status: { title: 'Status', enum: [...statuses, null] },
        owner: object('Owner', {
          assignedTo: text('Assigned to'),
          email: text('Email'),
          userPrincipalName: text('User principal name'),
        }),
        labels: list(
          'Labels',
          { type: 'object', required: ['labelName'], properties: { labelName: { title: 'Tag', type: 'string' } } },
          'Its tags.',
        ),
        incidentNumber: { title: 'Number', type: ['number', 'null'], description: 'What people call the incident by.' },
        relatedAnalyticRuleIds: list('Analytics rules', {}),
        alerts: list('Alerts', {}),
        bookmarks: list('Bookmarks', {}),
        relatedEntities: list('Entities', {
          type: 'object',
          properties: {
            kind: { title: 'Kind', type: ['string', 'null'], description: 'Such as Account, Host or Ip.' },
          },
        }),
        comments: list('Comments', { type: 'object' }),
        additionalData: object('Additional data', {
          alertProductNames: list('Products', {}),
          tactics: list('Tactics', { type: 'string' }),
          techniques: list('Techniques', { type: 'string' }),
        }),
      },
    },
  },
};

/**
 * The JSON Schema (draft 7) of what starts a run (`playbook run --incident`), published as `schemas/incident.schema.json`: the body that Microsoft
 * Sentinel sends, of an incident, an alert or an entity, or that body below `body`.
 */
export const incidentSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'What starts a run of a playbook',
  description: 'The body that Microsoft Sentinel sends, or that body below "body".',
  anyOf: [
    { $ref: '#/definitions/trigger' },
    {
      title: 'Headers and body',
      type: 'object',
      required: ['body'],
      not: { required: ['object'] },
      properties: {
        $schema: schemaPlace,
        headers: { title: 'Headers', type: 'object', description: 'By name.' },
        body: { $ref: '#/definitions/trigger' },
      },
    },
  ],
  definitions: {
    trigger: {
      title: 'Body of the trigger',
      anyOf: [
        {
          title: 'Incident',
          type: 'object',
          required: ['object'],
          properties: { $schema: schemaPlace, object: incident },
        },
        {
          title: 'Alert',
          type: 'object',
          required: ['SystemAlertId'],
          properties: {
            SystemAlertId: { title: 'Id of the alert', type: 'string' },
            AlertDisplayName: text('Name of the alert'),
          },
        },
        { title: 'Alerts', type: 'array', minItems: 1, items: { type: 'object', required: ['SystemAlertId'] } },
        {
          title: 'Entity',
          type: 'object',
          required: ['IncidentArmID'],
          properties: {
            IncidentArmID: {
              title: 'Incident',
              type: 'string',
              minLength: 1,
              description: 'The resource id of the incident that it was started from.',
            },
          },
        },
      ],
    },
  },
};
