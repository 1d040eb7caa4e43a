/**
 * What an organisation may set from outside, by browser policy. Few keys, and each one really holds: it is checked where
 * the background acts, and pages show it as set by the organisation. The schema the browsers read is made from this
 * object (scripts/managed-schema.ts).
 */
import { z } from 'zod';

const platform = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?$/).max(253);

export const managedSchema = z.strictObject({
  expectedLevel: z.enum(['guarded', 'enforced']).optional()
    .describe('The protection level this installation must have. When enforced is expected and the browser does not let Countersign block, people see a warning.'),
  workspaceName: z.string().min(1).max(80).optional()
    .describe('Name of the workspace, set when it is made.'),
  requiredSites: z.array(z.strictObject({
    platform: platform.describe('Id of a built-in site: x, linkedin, facebook, bluesky, mastodon.'),
    host: host.optional().describe('Host of self-hosted software, for example social.example.org.'),
  })).max(50).optional()
    .describe('Sites that are covered as soon as the browser allows them, and that nobody can switch off.'),
  idleMinutes: z.int().min(1).max(60).optional()
    .describe('Minutes without use after which everybody is signed out. 5 when not set.'),
});
export type Managed = z.infer<typeof managedSchema>;
export type RequiredSite = NonNullable<Managed['requiredSites']>[number];
export type ManagedKey = keyof Managed;

export interface ManagedRead {
  /** Values that hold. A wrong one is left out, never guessed. */
  values: Managed;
  /** One sentence per value that was not understood. */
  problems: string[];
}

export interface ManagedAnswer extends ManagedRead {
  /** False: the browser has not answered yet and never did before, so there may be a policy or none. */
  known: boolean;
}

const KEYS = Object.keys(managedSchema.shape) as ManagedKey[];

function isKey(name: string): name is ManagedKey {
  return (KEYS as string[]).includes(name);
}

/** Reads what the browser hands over. One wrong value does not undo the others. */
export function readPolicy(raw: unknown): ManagedRead {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { values: {}, problems: raw === undefined || raw === null ? [] : ['The policy for Countersign is not an object.'] };
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (!isKey(name)) {
      problems.push(`The policy names “${name}”, which Countersign does not know.`);
      continue;
    }
    const parsed = managedSchema.shape[name].safeParse(value);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`The policy sets “${name}” to something it cannot be: ${parsed.error.issues[0]?.message ?? 'not understood'}.`);
  }
  return { values: values as Managed, problems };
}

export function isRequired({ requiredSites = [] }: Managed, site: { platform: string; host: string | null }): boolean {
  return requiredSites.some((required) => required.platform === site.platform && (required.host ?? null) === site.host);
}

/** For a control that policy has set. */
export const SET_BY_ORGANISATION = 'Set by your organisation';
