/**
 * Kinds of secret: invented, but as the real ones look. They are put together at run time, so that no scanner takes this file
 * for a leak. Nothing here was ever valid.
 */
export interface SecretKind {
  readonly kind: string;
  readonly value: string;
  /** What is known by its look may stand anywhere; the others are known only by a name. */
  readonly names?: SecretNames;
}

/** The names under which a value is known, by where it stands. */
export interface SecretNames {
  readonly header?: string;
  readonly parameter?: string;
  /** In JSON, forms and other bodies. */
  readonly field?: string;
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const LETTERS = `${UPPER}${LOWER}${DIGITS}`;
const HEX = '0123456789abcdef';

let seed = 1;

/** Characters of an alphabet, the same in every run; one of each ten is a digit, as a real one would have some. */
function some(count: number, alphabet = LETTERS): string {
  let text = '';
  for (let at = 0; at < count; at++) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += at % 10 === 5 ? DIGITS[seed % 10] : alphabet[seed % alphabet.length];
  }
  return text;
}

const base64url = (text: string) => Buffer.from(text).toString('base64url');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const dashes = '-'.repeat(5);
const jwtHeader = base64url('{"alg":"RS256","typ":"JWT"}');
const jwtClaims = base64url('{"sub":"1234","aud":"api://tickets","exp":1999999999}');
const PASSWORD = `Tr0ub4dor${'!'}x${some(6)}`;

/** Known by their look. */
export const visible: readonly SecretKind[] = [
  { kind: 'service key', value: `sk-${some(48)}` },
  { kind: 'project key', value: `sk-${'proj'}-${some(60)}_${some(40)}-${some(20)}` },
  { kind: 'service account key', value: `sk-${'svcacct'}-${some(80)}` },
  { kind: 'admin key', value: `sk-${'admin'}-${some(80)}` },
  { kind: 'Anthropic key', value: `sk-${'ant'}-api03-${some(93)}AA` },
  { kind: 'session key', value: `${'sess'}-${some(40)}` },
  { kind: 'Google API key', value: `AI${'za'}Sy${some(33)}` },
  { kind: 'Google access token', value: `ya${'29'}.a0${some(60)}` },
  { kind: 'Google client secret', value: `GOC${'SPX'}-${some(28)}` },
  { kind: 'Google refresh token', value: `1${'//'}0${some(60)}` },
  { kind: 'Hugging Face token', value: `h${'f'}_${some(34)}` },
  { kind: 'Groq key', value: `gs${'k'}_${some(52)}` },
  { kind: 'xAI key', value: `xa${'i'}-${some(80)}` },
  { kind: 'NVIDIA key', value: `nv${'api'}-${some(64)}` },
  { kind: 'GitHub token', value: `gh${'p'}_${some(36)}` },
  { kind: 'GitHub OAuth token', value: `gh${'o'}_${some(36)}` },
  { kind: 'GitHub fine-grained token', value: `github${'_pat_'}${some(22)}_${some(59)}` },
  { kind: 'GitLab token', value: `gl${'pat'}-${some(20)}` },
  { kind: 'Slack bot token', value: `xox${'b'}-${some(12, DIGITS)}-${some(12, DIGITS)}-${some(24)}` },
  { kind: 'Slack user token', value: `xox${'p'}-${some(12, DIGITS)}-${some(12, DIGITS)}-${some(32, HEX)}` },
  { kind: 'npm token', value: `np${'m'}_${some(36)}` },
  { kind: 'Stripe key', value: `sk${'_live_'}${some(24)}` },
  { kind: 'SendGrid key', value: `S${'G'}.${some(22)}.${some(43)}` },
  { kind: 'Databricks token', value: `da${'pi'}${some(32, HEX)}` },
  { kind: 'Telegram bot token', value: `${some(10, DIGITS)}:A${'A'}${some(33)}` },
  { kind: 'AWS access key id', value: `AK${'IA'}${some(16, UPPER)}` },
  { kind: 'Azure AI key of 84 characters', value: `${some(52)}JQ${'QJ99'}BD${some(24)}` },
  { kind: 'Azure DevOps token', value: `${some(76)}AZ${'DO'}${some(4)}` },
  { kind: 'Entra client secret', value: `${some(3)}8${'Q~'}${some(20)}.${some(6)}-${some(5)}` },
  { kind: 'Azure storage key', value: `${some(76)}+A${'St'}${some(5)}Q==` },
  { kind: 'Azure Cosmos DB key', value: `${some(76)}AC${'Db'}${some(5)}g==` },
  { kind: 'Azure Service Bus key', value: `${some(33)}+A${'Sb'}${some(6)}=` },
  { kind: 'Azure API Management key', value: `${some(76)}AP${'IM'}${some(5)}w==` },
  { kind: 'Azure Functions key', value: `${some(44)}Az${'Fu'}${some(5)}A==` },
  { kind: 'Azure Search key', value: `${some(42)}Az${'Se'}A${some(5)}` },
  { kind: 'JWT', value: `${jwtHeader}.${jwtClaims}.${some(86)}` },
  {
    kind: 'encrypted JWT',
    value: `${base64url('{"alg":"dir","enc":"A256GCM"}')}..${some(16)}.${some(40)}.${some(22)}`,
  },
];

/** Known by their look, which spaces or marks of other kinds belong to: not as a word of its own in a URL. */
export const phrases: readonly SecretKind[] = [
  {
    kind: 'private key',
    value: `${dashes}BEGIN RSA PRIVATE ${'KEY'}${dashes}\n${some(64)}\n${some(20)}\n${dashes}END RSA PRIVATE ${'KEY'}${dashes}`,
  },
];

/** What stands before a secret in a text and says that it is one: `before`, the secret, `after`. */
export const announced: readonly (SecretKind & { readonly before: string; readonly after: string })[] = [
  { kind: 'bearer token', before: 'send Bearer ', value: some(40), after: ' along' },
  { kind: 'basic credentials', before: 'send Basic ', value: base64(`ada:${PASSWORD}`), after: ' along' },
  {
    kind: 'SAS',
    before: 'https://x.blob.example/c/f?sv=2024-11-04&se=2030-01-01&sr=b&sp=r&sig=',
    value: `${some(42)}%2B${some(1)}%3D`,
    after: '&x=1',
  },
  {
    kind: 'callback URL of a logic app',
    before:
      'https://prod-1.logic.example:443/workflows/0123/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=',
    value: some(43),
    after: '',
  },
  { kind: 'function key in a URL', before: 'https://f.example/api/run?code=', value: `${some(54)}==`, after: '&a=b' },
  { kind: 'Postgres URL', before: 'postgres://', value: `ada:${some(12)}`, after: '@db.example:5432/tickets' },
  { kind: 'MongoDB URL', before: 'mongodb+srv://', value: `ada:${some(12)}`, after: '@c.example/?retryWrites=true' },
  {
    kind: 'storage connection string',
    before: 'DefaultEndpointsProtocol=https;AccountName=tickets;AccountKey=',
    value: `${some(86)}==`,
    after: ';EndpointSuffix=core.example',
  },
  {
    kind: 'Service Bus connection string',
    before: 'Endpoint=sb://t.example/;SharedAccessKeyName=Root;SharedAccessKey=',
    value: `${some(43)}=`,
    after: ';EntityPath=q',
  },
  {
    kind: 'SQL connection string',
    before: 'Server=tcp:s.example;Database=d;User ID=ada;Password=',
    value: PASSWORD,
    after: ';Encrypt=True',
  },
  {
    kind: 'Slack webhook',
    before: 'https://hooks.slack.com/services/',
    value: `T${some(8, UPPER)}/B${some(8, UPPER)}/${some(24)}`,
    after: '',
  },
  {
    kind: 'Teams webhook',
    before: 'https://c.webhook.example/webhookb2/1@2/IncomingWebhook/',
    value: `${some(32, HEX)}/01234567-89ab-cdef-0123-456789abcdef`,
    after: '',
  },
];

const everywhere = (name: string) => ({ header: name, parameter: name, field: name });

/** Known by their names only. */
export const named: readonly (SecretKind & { readonly names: SecretNames })[] = [
  { kind: 'Azure AI key of 32 digits', value: some(32, HEX), names: everywhere('api-key') },
  {
    kind: 'API key of a header',
    value: some(20),
    names: { header: 'X-API-Key', field: 'apiKey', parameter: 'apikey' },
  },
  {
    kind: 'API Management subscription key',
    value: some(32, HEX),
    names: { header: 'Ocp-Apim-Subscription-Key', parameter: 'subscription-key', field: 'subscriptionKey' },
  },
  {
    kind: 'Functions key',
    value: some(30),
    names: { header: 'x-functions-key', parameter: 'code', field: 'functionKey' },
  },
  { kind: 'Google key', value: some(30), names: { header: 'x-goog-api-key', parameter: 'key' } },
  { kind: 'AWS secret', value: some(40), names: { field: 'aws_secret_access_key' } },
  {
    kind: 'AWS session token',
    value: some(200),
    names: { header: 'X-Amz-Security-Token', parameter: 'X-Amz-Security-Token', field: 'sessionToken' },
  },
  { kind: 'AWS signature', value: some(64, HEX), names: { parameter: 'X-Amz-Signature' } },
  { kind: 'password', value: PASSWORD, names: everywhere('password') },
  { kind: 'password of letters', value: 'correcthorse', names: { parameter: 'password', field: 'adminPassword' } },
  { kind: 'client secret', value: `${some(20)}~1`, names: { parameter: 'client_secret', field: 'client_secret' } },
  { kind: 'refresh token', value: `0.A${some(60)}`, names: { parameter: 'refresh_token', field: 'refresh_token' } },
  {
    kind: 'access token',
    value: some(44),
    names: { header: 'X-Access-Token', parameter: 'access_token', field: 'access_token' },
  },
  {
    kind: 'id token',
    value: some(44),
    names: { parameter: 'id_token', field: 'id_token', header: 'x-ms-token-aad-id-token' },
  },
  { kind: 'client assertion', value: some(90), names: { parameter: 'client_assertion', field: 'client_assertion' } },
  { kind: 'assertion', value: some(90), names: { parameter: 'assertion' } },
  { kind: 'OAuth code', value: some(22), names: { parameter: 'code' } },
  { kind: 'code verifier', value: some(43), names: { parameter: 'code_verifier', field: 'code_verifier' } },
  { kind: 'one-time password', value: '492039', names: { header: 'x-otp', parameter: 'otp', field: 'totp' } },
  { kind: 'anti-forgery token', value: some(32), names: { header: 'X-CSRF-Token', field: 'csrfToken' } },
  { kind: 'opaque authorization', value: some(24), names: { header: 'Authorization' } },
  { kind: 'proxy authorization', value: some(24), names: { header: 'Proxy-Authorization' } },
  {
    kind: 'client principal',
    value: base64('{"auth_typ":"aad","claims":[]}'),
    names: { header: 'x-ms-client-principal' },
  },
  { kind: 'cookie', value: `session=${some(24)}`, names: { header: 'Cookie' } },
  { kind: 'set-cookie', value: `ARRAffinity=${some(24)}; Path=/; HttpOnly`, names: { header: 'Set-Cookie' } },
];
