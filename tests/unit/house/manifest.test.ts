/** What each build asks of the browser, written out once more: a longer list has to be meant. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AUTOMATION_HOSTS, BUILT_IN_HOSTS } from '../../../platforms/hosts';
import { managedSchema } from '../../../review/managed';
import { extensionIdOf } from '../../../scripts/extension-id';
import { MANAGED_SCHEMA_FILE, managedSchemaText } from '../../../scripts/managed-schema';
import { hostPermissionsOf, manifestOf, permissionsOf, variantOf } from '../../../scripts/manifest';

const STORE = ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'idle', 'notifications', 'webRequest', 'declarativeNetRequest', 'activeTab'];
const PROBE = 'https://countersign-probe.invalid/*';

test('the store build for Chrome and Edge asks for no host and does not claim to block', () => {
  for (const browser of ['chrome', 'edge']) {
    expect(permissionsOf(variantOf(browser, 'production'))).toEqual(STORE);
    expect(hostPermissionsOf(variantOf(browser, 'production'))).toEqual([]);
  }
});

test('Firefox blocks in every build, and is granted only an address that no site can have', () => {
  expect(permissionsOf(variantOf('firefox', 'production'))).toEqual([...STORE, 'webRequestBlocking']);
  expect(hostPermissionsOf(variantOf('firefox', 'production'))).toEqual([PROBE]);
  expect(manifestOf(variantOf('firefox', 'production'))).not.toHaveProperty('storage');
});

test('the build for policies is granted the built-in sites and those the organisation names, never every site', () => {
  expect(permissionsOf(variantOf('chrome', 'enforced'))).toEqual([...STORE, 'webRequestBlocking']);
  expect(hostPermissionsOf(variantOf('chrome', 'enforced'))).toEqual([...BUILT_IN_HOSTS, PROBE].sort());
  const named = hostPermissionsOf(variantOf('chrome', 'enforced', 'https://social.example.org/*, https://forum.example.org/*'));
  expect(named).toEqual([...BUILT_IN_HOSTS, PROBE, 'https://forum.example.org/*', 'https://social.example.org/*'].sort());
  // A store build takes no names from outside.
  expect(hostPermissionsOf(variantOf('chrome', 'production', 'https://social.example.org/*'))).toEqual([]);
});

test.each(['https://*/*', '*://*/*', '<all_urls>', 'http://social.example.org/*', 'social.example.org', 'https://social.example.org/a*'])('%s is not a site by name', (hosts) => {
  expect(() => variantOf('chrome', 'enforced', hosts)).toThrow(/is not a site by name/);
});

test('automation is the same product with more hosts', () => {
  const { host_permissions: more, ...rest } = manifestOf(variantOf('chrome', 'enforced-e2e'));
  const { host_permissions: fewer, ...same } = manifestOf(variantOf('chrome', 'enforced'));
  expect(rest).toEqual(same);
  expect(more).toEqual([...new Set([...fewer, ...AUTOMATION_HOSTS])].sort());
});

test('the schema browsers read is made from the one the product reads', () => {
  expect(readFileSync(MANAGED_SCHEMA_FILE, 'utf8')).toBe(managedSchemaText());
  const schema = JSON.parse(managedSchemaText()) as { type: string; properties: Record<string, { type: string; description: string }> };
  expect(schema.type).toBe('object');
  expect(Object.keys(schema.properties)).toEqual(Object.keys(managedSchema.shape));
  // Chrome loads no extension whose schema has these.
  expect(managedSchemaText()).not.toMatch(/additionalProperties|\$schema|anyOf|oneOf/);
  for (const property of Object.values(schema.properties)) expect([typeof property.type, typeof property.description]).toEqual(['string', 'string']);
});

test('an extension’s id is made from its key as Chrome makes it', () => {
  // The known answer of Chromium’s own test for it.
  expect(extensionIdOf(new TextEncoder().encode('test'))).toBe('jpignaibiiemhngfjkcpokkamffknabf');
});
