import type { LintRule } from './rule.js';
import { securityMissing } from './rules/security-missing.js';
import { securityUndefined } from './rules/security-undefined.js';
import { securityScopeUnknown } from './rules/security-scope-unknown.js';
import { severalSecuritySchemes } from './rules/several-security-schemes.js';
import { oauthFlowUnsupported } from './rules/oauth-flow-unsupported.js';
import { keyNameInvalid } from './rules/key-name-invalid.js';
import { keyParameterMissing } from './rules/key-parameter-missing.js';
import { keyParameterName } from './rules/key-parameter-name.js';
import { keyNotSent } from './rules/key-not-sent.js';
import { keyNotSecure } from './rules/key-not-secure.js';
import { keyShown } from './rules/key-shown.js';
import { keyPrefixUnsaid } from './rules/key-prefix-unsaid.js';
import { gatewayWithKey } from './rules/gateway-with-key.js';
import { connectionParameterName } from './rules/connection-parameter-name.js';
import { connectionParameterUnlabeled } from './rules/connection-parameter-unlabeled.js';
import { parameterSetIncomplete } from './rules/parameter-set-incomplete.js';
import { iconColorInvalid } from './rules/icon-color-invalid.js';
import { iconColorRefused } from './rules/icon-color-refused.js';
import { capabilityUnknown } from './rules/capability-unknown.js';
import { publisherMissing } from './rules/publisher-missing.js';
import { notInLogicApps } from './rules/not-in-logic-apps.js';
import { policyTemplateUnknown } from './rules/policy-template-unknown.js';
import { policyParameterMissing } from './rules/policy-parameter-missing.js';
import { propertiesOperationUnknown } from './rules/properties-operation-unknown.js';
import { secretLiteral } from './rules/secret-literal.js';

/** The rules of security and of `apiProperties.json`. */
export const connectionRules: readonly LintRule[] = [
  securityMissing,
  securityUndefined,
  securityScopeUnknown,
  severalSecuritySchemes,
  oauthFlowUnsupported,
  keyNameInvalid,
  keyParameterMissing,
  keyParameterName,
  keyNotSent,
  keyNotSecure,
  keyShown,
  keyPrefixUnsaid,
  gatewayWithKey,
  connectionParameterName,
  connectionParameterUnlabeled,
  parameterSetIncomplete,
  iconColorInvalid,
  iconColorRefused,
  capabilityUnknown,
  publisherMissing,
  notInLogicApps,
  policyTemplateUnknown,
  policyParameterMissing,
  propertiesOperationUnknown,
  secretLiteral,
];
