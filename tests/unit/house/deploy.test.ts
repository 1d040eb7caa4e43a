/** The policy templates say what the product understands, about the extension they install, with no way around left open. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ADAPTERS } from '../../../platforms';
import { isRequired, managedSchema, readPolicy } from '../../../review/managed';
import { manifestOf, variantOf } from '../../../scripts/manifest';

const fileText = (file: string): string => readFileSync(new URL(`../../../docs/deploy/${file}`, import.meta.url), 'utf8');
const ID = 'abcdefghijklmnopabcdefghijklmnop';
const GECKO = (manifestOf(variantOf('firefox', 'production')) as { browser_specific_settings: { gecko: { id: string } } }).browser_specific_settings.gecko.id;

interface Settings { installation_mode: string; update_url?: string; install_url?: string }
interface Chrome {
  ExtensionSettings: Record<string, Settings>;
  IncognitoModeAvailability: number;
  BrowserGuestModeEnabled: boolean;
  ExtensionDeveloperModeSettings: number;
  '3rdparty': { extensions: Record<string, unknown> };
}
const chrome = JSON.parse(fileText('chrome.json')) as Chrome;
const firefox = (JSON.parse(fileText('policies.json')) as { policies: { ExtensionSettings: Record<string, Settings>; '3rdparty': { Extensions: Record<string, unknown> } } }).policies;

test('the Chrome and Edge template installs one extension by force and tells that one what to do', () => {
  expect(Object.keys(chrome.ExtensionSettings)).toEqual([ID]);
  expect(Object.keys(chrome['3rdparty'].extensions)).toEqual([ID]);
  expect(chrome.ExtensionSettings[ID]).toMatchObject({ installation_mode: 'force_installed', update_url: expect.stringMatching(/^https:/) });
  expect(ID).toMatch(/^[a-p]{32}$/);
  expect(chrome).toMatchObject({ IncognitoModeAvailability: 1, BrowserGuestModeEnabled: false, ExtensionDeveloperModeSettings: 1 });
  // Its default keeps developer tools away from an extension that a policy installed.
  expect(chrome).not.toHaveProperty('DeveloperToolsAvailability');
});

test('the Firefox template names the add-on as its manifest does', () => {
  expect(Object.keys(firefox.ExtensionSettings)).toEqual([GECKO]);
  expect(Object.keys(firefox['3rdparty'].Extensions)).toEqual([GECKO]);
  expect(firefox.ExtensionSettings[GECKO]).toMatchObject({ installation_mode: 'force_installed', install_url: expect.stringMatching(/^https:.*\.xpi$/) });
});

test.each([['chrome.json', chrome['3rdparty'].extensions[ID]], ['policies.json', firefox['3rdparty'].Extensions[GECKO]]])('every value of %s is understood, and every key is shown once', (_file, values) => {
  const { values: read, problems } = readPolicy(values);
  expect(problems).toEqual([]);
  expect(read).toEqual(values);
  expect(Object.keys(read).sort()).toEqual(Object.keys(managedSchema.shape).sort());
  for (const { platform } of read.requiredSites ?? []) expect(ADAPTERS.map(({ id }) => id)).toContain(platform);
});

test('the Windows file sets the same values as the JSON one', () => {
  const registry = fileText('chrome.reg');
  expect(registry).toMatch(/^Windows Registry Editor Version 5\.00\r\n/);
  expect(registry).not.toMatch(/[^\r]\n/);
  const root = String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Google\Chrome`;
  const values = new Map<string, unknown>();
  let key = '';
  for (const line of registry.split('\r\n')) {
    key = /^\[(.*)\]$/.exec(line)?.[1]?.slice(root.length) ?? key;
    const [, name, text, number] = /^"(\w+)"=(?:"(.*)"|dword:([0-9a-f]{8}))$/.exec(line) ?? [];
    if (name !== undefined) values.set(`${key}\\${name}`, text ?? Number.parseInt(number ?? '', 16));
  }
  const flat = (value: unknown, path: string): [string, unknown][] => {
    if (Array.isArray(value)) return value.flatMap((one, at) => flat(one, `${path}\\${at + 1}`));
    if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([name, inner]) => flat(inner, `${path}\\${name}`));
    return [[path, typeof value === 'boolean' ? Number(value) : value]];
  };
  const { '3rdparty': third, ...rest } = chrome;
  const wanted = [...flat(rest, ''), ...flat(third.extensions[ID], String.raw`\3rdparty\extensions\${ID}\policy`.replace('${ID}', ID))];
  expect([...values].sort()).toEqual(wanted.sort());
});

test('the guide names every key', () => {
  for (const key of Object.keys(managedSchema.shape)) expect(fileText('README.md')).toContain(`| \`${key}\` |`);
  expect(fileText('updates.xml')).toContain(`appid="${ID}"`);
});

test('one wrong value does not undo the others, and each is named', () => {
  const read = readPolicy({ expectedLevel: 'strict', idleMinutes: 0, workspaceName: 'Northmoor', colour: 'red', requiredSites: [{ platform: 'x', password: 'x' }] });
  expect(read.values).toEqual({ workspaceName: 'Northmoor' });
  expect(read.problems).toHaveLength(4);
  expect(read.problems.join(' ')).toMatch(/expectedLevel.*idleMinutes.*“colour”.*requiredSites/);
  expect(readPolicy(undefined)).toEqual({ values: {}, problems: [] });
  expect(readPolicy('enforced').problems).toHaveLength(1);
  expect(readPolicy(JSON.parse('{"__proto__":{"idleMinutes":1}}')).values).toEqual({});
});

test('a required site is that site on that host', () => {
  const policy = { requiredSites: [{ platform: 'x' }, { platform: 'mastodon', host: 'social.example.org' }] };
  expect(isRequired(policy, { platform: 'x', host: null })).toBe(true);
  expect(isRequired(policy, { platform: 'mastodon', host: 'social.example.org' })).toBe(true);
  expect(isRequired(policy, { platform: 'mastodon', host: 'other.example' })).toBe(false);
  expect(isRequired({}, { platform: 'x', host: null })).toBe(false);
});
