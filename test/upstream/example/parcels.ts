import {
  action,
  apiKey,
  connector,
  errors,
  inBody,
  response,
  upstreamConnector,
  type OverlayNode,
} from '../../../src/index.js';

/** What a parcel is, in our words; recordings show that a parcel on its way has no signature. */
const parcel: OverlayNode = {
  properties: {
    number: { title: 'Parcel Number', description: 'The number on the label.', visibility: 'important' },
    status: { title: 'Status', description: 'Where the parcel is: waiting, moving or delivered.' },
    weight: { title: 'Weight', description: 'What it weighs, in grams.' },
    signature: { title: 'Signature', description: 'Who has taken it.', nullable: true },
    eta: { title: 'Arrival', description: 'When it is expected.' },
  },
};

/** A connector of an invented service, as a user of the library would write it. */
export const parcels = upstreamConnector({
  name: 'parcels',
  service: 'fabrikam-parcels',
  defaultVersion: 'v1',
  retired: { v0: { on: '2025-01-31', source: 'https://parcels.fabrikam.example/versions' } },
  operations: {
    track: {
      from: { method: 'get', path: '/parcels/{parcelNumber}' },
      parameters: { number: { title: 'Parcel Number', description: 'The number on the label.' } },
      responses: { 200: { overlay: parcel, expect: { required: ['number', 'status'] } } },
    },
    send: {
      from: { operationId: 'sendParcel' },
      request: {
        properties: {
          to: { title: 'Recipient', description: 'Who gets it.', visibility: 'important' },
          weight: { title: 'Weight', description: 'What it weighs, in grams.' },
          speed: { title: 'Speed', description: 'How fast it goes.' },
        },
      },
      responses: { 201: { overlay: parcel } },
    },
  },
  build: ({ apiVersion, operations: { track, send } }) =>
    connector({
      name: 'parcels',
      title: 'Fabrikam Parcels',
      description: 'Sends parcels with Fabrikam and tells where they are.',
      version: '1.0.0',
      apiVersion,
      host: 'parcels.fabrikam.example',
      basePath: `/${apiVersion}`,
      security: apiKey({ in: 'header', name: 'X-Key', description: 'The key of the contract.' }),
      operations: [
        action({
          operationId: 'TrackParcel',
          method: 'get',
          path: track.operation.path,
          summary: 'Track a parcel',
          description: 'Tells where a parcel is.',
          parameters: track.parameters,
          responses: { 200: response('The parcel.', track.responses[200].schema), ...errors(401, 404) },
          contract: { responses: { 200: track.responses[200].contract } },
        }),
        action({
          operationId: 'SendParcel',
          method: 'post',
          path: '/parcels',
          summary: 'Send a parcel',
          description: 'Orders a parcel to be picked up.',
          parameters: [
            ...send.parameters,
            inBody(send.request.schema, { title: 'Parcel', description: 'What is to be sent.' }),
          ],
          responses: { 201: response('The parcel.', send.responses[201].schema), ...errors(400, 401) },
          contract: { request: send.request.contract },
        }),
      ],
    }),
});
