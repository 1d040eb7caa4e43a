import type { ReactNode } from 'react';
import { Component } from 'react';
import { ErrorState } from './States';

/** A fault in a view never leaves a blank page: it says that held posts stay held, and offers another try. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <ErrorState title="This view stopped working" onRetry={() => this.setState({ error: null })} details={`${error.message}\n${error.stack ?? ''}`}>
        Held posts stay held. Nothing was decided or released by this fault.
      </ErrorState>
    );
  }
}
