/** The only place that knows where the extension API comes from. Everybody else imports it here. */
import browser from 'webextension-polyfill';

export { browser };
export type { Menus, Notifications, Runtime, Scripting, Tabs, WebRequest, Windows } from 'webextension-polyfill';
