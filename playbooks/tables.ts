import { parameter } from '../src/playbooks.js';

/**
 * Tables of a workspace and columns of theirs, by name: what a query may be written with. A customer gives their own as the parameter `Tables`.
 * Source: the table reference of Azure Monitor Logs; columns that queries of an investigation use, not all.
 */
const tables: Readonly<Record<string, readonly string[]>> = {
  AuditLogs: ['TimeGenerated', 'OperationName', 'Category', 'Result', 'InitiatedBy', 'TargetResources', 'Identity'],
  AzureActivity: [
    'TimeGenerated',
    'OperationNameValue',
    'ActivityStatusValue',
    'Caller',
    'CallerIpAddress',
    'ResourceGroup',
  ],
  CommonSecurityLog: [
    'TimeGenerated',
    'DeviceVendor',
    'DeviceProduct',
    'DeviceAction',
    'SourceIP',
    'DestinationIP',
    'DestinationPort',
    'RequestURL',
  ],
  DeviceNetworkEvents: [
    'TimeGenerated',
    'DeviceName',
    'ActionType',
    'RemoteIP',
    'RemotePort',
    'RemoteUrl',
    'InitiatingProcessFileName',
  ],
  DeviceProcessEvents: [
    'TimeGenerated',
    'DeviceName',
    'AccountName',
    'FileName',
    'ProcessCommandLine',
    'InitiatingProcessFileName',
    'SHA256',
  ],
  OfficeActivity: ['TimeGenerated', 'Operation', 'UserId', 'ClientIP', 'OfficeWorkload', 'ResultStatus'],
  SecurityAlert: [
    'TimeGenerated',
    'AlertName',
    'AlertSeverity',
    'CompromisedEntity',
    'Entities',
    'Tactics',
    'SystemAlertId',
  ],
  SecurityEvent: [
    'TimeGenerated',
    'Computer',
    'EventID',
    'Account',
    'TargetAccount',
    'Process',
    'CommandLine',
    'LogonType',
    'IpAddress',
  ],
  SigninLogs: [
    'TimeGenerated',
    'UserPrincipalName',
    'AppDisplayName',
    'IPAddress',
    'Location',
    'ResultType',
    'ClientAppUsed',
    'UserAgent',
  ],
  Syslog: ['TimeGenerated', 'Computer', 'Facility', 'SeverityLevel', 'ProcessName', 'SyslogMessage'],
};

/** The tables of the customer's workspace: what a query may be written with. */
export const workspaceTables = parameter('Tables', 'Object', {
  defaultValue: tables,
  description: 'The tables of the workspace and their columns: { "SigninLogs": ["TimeGenerated", ...] }.',
});
