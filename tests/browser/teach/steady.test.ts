/** Names that will still be there after the next release of a site, and names that will not. */
import { describe, expect, it } from 'vitest';
import { idOf } from '../../../gate/teach/adapter';
import { isSteadyClass, isSteadyId, isSteadyLabel } from '../../../gate/teach/steady';

describe('a taught selector is built only from names that stay', () => {
  it.each(['input', 'submit', 'wpTextbox1', 'reply-form', 'tweetButton', 'message_composer', 'send-message'])('takes the id %s', (id) => expect(isSteadyId(id)).toBe(true));
  it.each([':r1a:', 'radix-2', 'ember1234', 'mui-7', '550e8400-e29b-41d4-a716-446655440000', 'input-17', 'f3c9a1', '', 'react-select-2-input'])('leaves the id “%s”', (id) => expect(isSteadyId(id)).toBe(false));
  it.each(['ProseMirror', 'ql-editor', 'user-name', 'reply-button', 'public-DraftEditor-content'])('takes the class %s', (name) => expect(isSteadyClass(name)).toBe(true));
  it.each(['css-1q2w3e', 'sc-bdVaJa', 'x1lliihq', 'kzFsy', '_3f2a1', 'is-active', 'ng-untouched2x', 'r-1oszu61', 'mt-4'])('leaves the class %s', (name) => expect(isSteadyClass(name)).toBe(false));
  it('leaves labels that name one conversation', () => {
    expect(isSteadyLabel('Write a message')).toBe(true);
    expect(isSteadyLabel('Message #general')).toBe(false);
    expect(isSteadyLabel('Reply to @dana')).toBe(false);
  });
  it('makes an id of any host', () => {
    expect(idOf('chat.example.org:8080')).toBe('chat-example-org-8080');
    expect(idOf('localhost')).toBe('site-localhost');
    for (const host of ['ä.example', '127.0.0.1:9000', `${'long.'.repeat(20)}example`]) expect(idOf(host)).toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
  });
});
