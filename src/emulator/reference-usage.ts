/** How the emulator is run and used, in Markdown: what stands before what it answers. */
export const usage = `## To run it

\`\`\`sh
npx connector-kit emulate --samples recorded/tickets
\`\`\`

The first line of output is a JSON object: \`arm\` (Azure Resource Manager), \`gateway\` (calls of connections), \`state\` (the folder) and \`tls\` (\`url\`: the same as \`arm\` with TLS; \`certificate\`: what clients have to trust). It listens on 127.0.0.1 only, at ports that are free unless \`--port\` and \`--tls-port\` say which, and answers under the names 127.0.0.1 and localhost. Each request is a line on standard error (method, path and status; no query, no header, no body), unless \`--quiet\`. It ends at Ctrl+C or SIGTERM: calls under way have two seconds.

Commands with \`--target emulator\` find it by the state folder (\`--state\`, default \`.connector-kit/emulator\` in the current folder). Where none runs they work on the same state in their own process; several of them may do so at once.

\`\`\`sh
npx connector-kit publish ./tickets --target emulator -g soc --connection helpdesk --key-env KEY --yes
\`\`\`

## Who answers calls of connections

- Without a flag the service that the connector names, with the connection's key, as in Azure.
- \`--upstream URL\`: that address, in place of the part before an operation's path. It gets the key.
- \`--samples PATH...\`: recordings, in any format that \`test\` reads. Equal requests get their recorded answers in turn, the last one again and again; a request that was not recorded gets one of the same operation.

\`\`\`sh
curl -H 'Authorization: Bearer any' "$GATEWAY/<32 digits of the connector>/helpdesk/tickets/7"
\`\`\`

What stands before the connection's name is in \`runtimeUrls\` of a GET of the connector; what stands behind it is the operation's path, without the base path.

## To run a playbook

Two commands publish a connector and a playbook into an empty resource group; an incident that is put there then starts the playbook, and what it did stands on the incident. (The two modules are those of the page about playbooks.)

\`\`\`sh
W=/subscriptions/$SUBSCRIPTION/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/soc
npx connector-kit publish ./advice.ts --target emulator -g soc --connection advice --key-env KEY --yes
npx connector-kit playbook publish ./triage.ts --target emulator -g soc --workspace $W --automation-rule --yes

I=$ARM$W/providers/Microsoft.SecurityInsights/incidents/i1
curl -X PUT -H 'Authorization: Bearer any' -H 'Content-Type: application/json' "$I?api-version=2024-03-01" \\
  -d '{ "properties": { "title": "Sign-in from two countries", "severity": "High", "status": "New" } }'
curl -H 'Authorization: Bearer any' "$I/tasks?api-version=2024-03-01"
\`\`\`

\`alerts\`, \`relatedEntities\`, \`bookmarks\` and \`additionalData\` can be put with an incident, and playbooks are given them; in Azure nobody can write them. \`POST $I/runPlaybook\` with \`{ "logicAppsResourceId", "tenantId" }\` starts a playbook by hand. What it did is at \`.../workflows/triage/runs\`.

## What it keeps

The state folder has \`state.json\`, with what changed since it was written in \`state.log\`, a line for each request that changed something, written before it is answered; when the emulator ends the log becomes part of the file; \`definitions/\`, the definitions of the connectors, each once, however many connectors have it; \`address.json\` while the emulator runs; \`certificate.pem\`, the public half of a certificate that is made at each start; and a \`.gitignore\`. No key is in any of them: keys are in memory only, and so are secure parameters of workflows. After a restart the gateway answers 401 until the connection gets its key again (\`connect\`). A second emulator on the same folder is refused; an address that one left behind which was killed is recognized and does not count. Delete the folder to begin anew.

\`settings\` in \`state.json\` may be changed while nothing runs: \`location\` (the region of groups that are made as they are named), \`subscriptions\` (those that there are; else any GUID is one), \`groups\` and \`workspaces\` (\`made\` as they are named, or \`asked for\`), \`securityInsightsId\` (who starts playbooks), \`policies\` and \`forbidden\` (what is denied), \`managedApis\`, \`exportGives\`, \`serviceUrlIn\`, \`pageSize\`.

## With an SDK

SDKs of Azure send no token without TLS. Trust the certificate in the client, or in the process with \`NODE_EXTRA_CA_CERTS\`:

\`\`\`ts
const { tls } = JSON.parse(firstLine);
const client = new ResourceManagementClient(credential, subscription, {
  endpoint: tls.url,
  credentialScopes: [\`\${tls.url}/.default\`],
  tlsOptions: { ca: readFileSync(tls.certificate, 'utf8') },
});
\`\`\`

Any credential will do whose \`getToken\` gives a token. Resource groups, resources by id, lists, tags and deletions of \`@azure/arm-resources\` 7.0.0 work (\`test/cli/emulator-sdk.test.ts\`).

## Faults on purpose

\`--faults 0.33 --seed 7\` makes something go wrong with about a third of the requests, as a test of what talks to Azure: 429 with \`Retry-After: 1\`, 500, 503, a page in HTML with 200, the connection cut before anything was done, cut after it was done, half of the answer, no answer for three seconds and then a cut. The first five do nothing; the others are carried out. The same seed gives the same faults in the same order of requests. Calls to the gateway are left alone, \`dynamicInvoke\` is not.`;
