/** Names of things. */
export type MemberId = string;
export type HoldId = string;
export type DecisionId = string;
export type GrantId = string;
/** Lower-case hex SHA-256. */
export type Digest = string;
