/** Shapes that issuers publish for their own tokens. Exact, so they need no other evidence. */
import type { Severity } from '../finding';
import { pattern, type Pattern } from '../text/pattern';

export interface Shape {
  name: string;
  shape: Pattern;
  severity?: Severity;
  /** What has to be there for the shape to be worth a search of the whole text. */
  needs?: RegExp;
}

export const SHAPES: readonly Shape[] = [
  { name: 'an AWS access key', shape: pattern(/\b(?:AKIA|ASIA|ABIA|ACCA|AROA|A3T[A-Z0-9])[0-9A-Z]{16}\b/gu) },
  // Prefixes that exist for nothing else: what follows needs no look at how random it is.
  { name: 'an access token', shape: pattern(/\b(?:gh[pousr]_|github_pat_|gl(?:pat|ptt|rt|dt|cbt|soat|ffct)-|GR1348941|xox[abeprs]-|xapp-|[sr]k_(?:live|test)_|whsec_|npm_|pypi-|rubygems_|hf_|dop_v1_|doo_v1_|dor_v1_|shp(?:at|ss|ca|pa)_|sk-(?:ant|proj|svcacct|or)-|glsa_|glc_|dckr_pat_|NRAK-|NRII-|tvly-|PMAK-|sgp_|SG\.|lin_api_|figd_|AKCp|ATATT3|dapi(?=[0-9a-f]{32})|da2-|GOCSPX-|FwoGZXIv|sq0(?:atp|csp)-|EAAC?E|key-(?=[0-9a-f]{32}))[\w.=/-]{16,250}/gu) },
  { name: 'a Google API key', shape: pattern(/\bAIza[0-9A-Za-z_-]{35}/gu) },
  { name: 'a Google OAuth token', shape: pattern(/\bya29\.[\w-]{20,}/gu) },
  { name: 'a Discord bot token', shape: pattern(/\b[MNO][A-Za-z\d_-]{23,25}\.[\w-]{6}\.[\w-]{27,38}/gu) },
  { name: 'a JSON web token', shape: pattern(/\beyJ[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]{10,}){1,4}/gu) },
  { name: 'an encoded key', shape: pattern(/\b(?:eyJrIjoi|LS0tLS1CRUdJT)[A-Za-z0-9+/=]{20,}/gu) },
  { name: 'a private key', shape: pattern(/-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/gu) },
  { name: 'an age secret key', shape: pattern(/\bAGE-SECRET-KEY-1[0-9A-Z]{40,}/gu) },
  { name: 'an age key', shape: pattern(/\bage1[0-9a-z]{50,}/gu), severity: 'hold' },
  { name: 'a password hash', shape: pattern(/(?<![\w$])\$(?:1|2[abxy]?|5|6|7|8|9|y|gy|md5|apr1|sha1|scrypt|argon2(?:i|d|id)?|pbkdf2[\w-]*|krb5\w*)\$[\w./$=,+:@*-]{20,}/gu) },
  { name: 'a Slack webhook', shape: pattern(/https:\/\/hooks\.slack\.com\/(?:services|workflows|triggers)\/[\w/]{20,}/gu) },
  { name: 'a Discord webhook', shape: pattern(/https:\/\/(?:canary\.|ptb\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}/gu) },
  { name: 'a Teams webhook', shape: pattern(/https:\/\/[\w-]+\.webhook\.office\.com\/webhookb2\/[\w@/-]{20,}/gu) },
  { name: 'a Telegram bot token', shape: pattern(/\b\d{8,10}:AA[\w-]{33}\b/gu) },
  { name: 'a link with a password in it', needs: /:\/\/[^\s/@]{4,130}@/, shape: pattern(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"<>]{0,64}:[^\s/@'"<>]{3,64}@[^\s/]+/giu) },
  { name: 'a connection string', shape: pattern(/\b(?:AccountKey|SharedAccessKey|SharedAccessSignature|Pwd|Password)=[^;\s"']{6,}(?=;|$|["'\s])/gu) },
  { name: 'a Salesforce session', shape: pattern(/\b00D[A-Za-z0-9]{12,15}![\w.]{80,}/gu) },
  { name: 'an internal cloud address', shape: pattern(/\barn:aws[\w-]*:[\w-]+:[\w-]*:\d*:[\w:/{}$*.-]+/gu), severity: 'hold' },
  { name: 'a storage bucket', shape: pattern(/\b(?:[\w.-]+\.s3(?:[.-][\w-]+)?\.amazonaws\.com|s3(?:[.-][\w-]+)?\.amazonaws\.com\/[\w.-]+|[\w.-]+\.storage\.googleapis\.com|storage\.googleapis\.com\/[\w.-]+|[\w-]+\.blob\.core\.windows\.net)/giu), severity: 'warn' },
  { name: 'a shop’s internal address', shape: pattern(/\b[\w-]+\.myshopify\.com\b/giu), severity: 'warn' },
  { name: 'an OAuth client id', shape: pattern(/\b\d{6,}-[a-z0-9]{16,}\.apps\.googleusercontent\.com\b/giu), severity: 'warn' },
];
