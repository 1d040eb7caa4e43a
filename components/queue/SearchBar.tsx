import { useEffect, useRef } from 'react';
import { IconButton, TextInput } from '../ui';
import { useNav } from './nav';
import styles from './SearchBar.module.css';

/** Looks through the list that is shown. Esc empties it, then closes it. */
export function SearchBar({ found }: { found: number | null }) {
  const query = useNav((state) => state.query);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const close = () => useNav.setState({ searching: false, query: '' });
  return (
    <search className={styles['bar']}>
      <TextInput
        ref={input}
        size={32}
        type="search"
        aria-label="Search this list"
        placeholder="Account, words, finding or author"
        value={query}
        onText={(text) => useNav.setState({ query: text })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (query) useNav.setState({ query: '' });
          else close();
        }}
      />
      <span className={styles['found']} role="status">{found === null ? '' : `${found} found`}</span>
      <IconButton icon="ui-x" label="Close search" glyph={16} onClick={close} />
    </search>
  );
}
