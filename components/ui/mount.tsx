import type { ReactNode } from 'react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import './base.css';
import { ErrorBoundary } from './ErrorBoundary';
import { mountSprite } from './sprite';
import { startTheme } from './theme';
import { Toasts } from './Toasts';

// Zod would probe for `new Function`, which the extension's policy forbids and reports (interface.md §2).
z.config({ jitless: true });

export type PageName = 'popup' | 'sidepanel' | 'review' | 'options' | 'welcome';

/** Starts an extension page: theme before paint, sprite, toasts, and a boundary for faults. Expects `<div id="root">`. */
export function mountPage(page: PageName, view: ReactNode): void {
  startTheme();
  document.body.dataset['page'] = page;
  mountSprite();
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element with the id "root".');
  createRoot(root).render(<StrictMode><Toasts><ErrorBoundary>{view}</ErrorBoundary></Toasts></StrictMode>);
}
