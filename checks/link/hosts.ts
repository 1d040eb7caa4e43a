/** Host names that exist only inside a network (RFC 1918, RFC 6761, RFC 8375) or on a test copy of a site. */
const PRIVATE = /^(?:localhost|.*\.(?:local|localhost|internal|intranet|corp|lan|home|test|home\.arpa)|10\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f]{2}:.*\])$/u;
const STAGING = /(?:^|[.-])(?:staging|stage|stg|preprod|preview|sandbox|uat|qa|dev|test)\d*(?:[.-])/u;

export const isPrivateHost = (host: string): boolean => PRIVATE.test(host);
export const isStagingHost = (host: string): boolean => STAGING.test(host) && !/^(?:test|dev|preview|stage)\.(?:[a-z]{2,3}|com|org|net|io|app)$/u.test(host);
