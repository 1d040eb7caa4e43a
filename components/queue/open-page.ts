/** Ways out of the popup. Each is feature-detected: browsers differ in panels, and tests have none. */
import { browser } from '../../runtime/browser';

/** Opens a part of the options page in a tab. */
export async function openOptions(part: string): Promise<void> {
  await openTab(`options.html#${part}`);
}

export async function openWelcome(): Promise<void> {
  await openTab('welcome.html');
}

async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
  if (isPopup()) window.close();
}

/** The toolbar popup goes away by itself as soon as it loses focus; the panel and the window stay. */
export function isPopup(): boolean {
  return document.body.dataset['page'] === 'popup';
}

/** The same view in a window of its own, on one hold or on the queue. */
export async function openInWindow(holdId: string | null): Promise<void> {
  const url = browser.runtime.getURL(`review.html${holdId ? `#hold/${holdId}` : ''}`);
  await browser.windows.create({ url, type: 'popup', width: 720, height: 820 });
  if (isPopup()) window.close();
}

interface SidePanelApi { open(options: { windowId: number }): Promise<void> }
interface SidebarApi { open(): Promise<void> }
const panels = browser as unknown as { sidebarAction?: SidebarApi };
const chromePanels = (globalThis as { chrome?: { sidePanel?: SidePanelApi } }).chrome;

/** Is there a side panel to open? Chromium calls it sidePanel, Firefox sidebarAction. */
export function hasSidePanel(): boolean {
  return Boolean(chromePanels?.sidePanel?.open ?? panels.sidebarAction?.open);
}

let windowId: number | undefined;
/** Chromium opens the panel only inside the click itself, so the window is asked for beforehand. */
export function prepareSidePanel(): void {
  void browser.windows?.getCurrent().then((found) => { windowId = found.id; }, () => undefined);
}

export async function openSidePanel(): Promise<void> {
  if (chromePanels?.sidePanel && windowId !== undefined) await chromePanels.sidePanel.open({ windowId });
  else await panels.sidebarAction?.open();
  if (isPopup()) window.close();
}
