/** Teaching ends with a press on "Save". From that moment on the site is held, however slow the background is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HelloView } from '../../../review/contract';
import { latePanel } from '../../../gate/parts';
import { adapter, startTestGate, until, wait, type TestGate } from './fake-gate';

const TAUGHT = adapter({}, { id: 'taught', hosts: [] });
const NOTHING: HelloView = { covered: false, adapters: [], builtIn: [], free: [], restore: null, mine: [], teach: true };
const COVERED: HelloView = { ...NOTHING, covered: true, adapters: [TAUGHT], teach: false };

let test_: TestGate;
let sent: string[];

beforeEach(async () => {
  sent = [];
  document.body.innerHTML = '<b data-account="@quay"></b><div class="composer"><textarea class="editor"></textarea><button type="button" class="send">Post answer</button></div>';
  document.querySelector('.send')?.addEventListener('click', () => sent.push(document.querySelector('textarea')?.value ?? ''));
  test_ = startTestGate([], (background) => {
    background.hello = NOTHING;
  });
  await until(() => test_.background.teaching, 'teaching');
  document.querySelector('textarea')!.value = 'The mill is open.';
});
afterEach(() => test_.stop());

const press = (): void => document.querySelector<HTMLElement>('.send')?.click();
/** Holds back the answer to `teach.done`; call the result to let it arrive. */
function slowSave(): () => void {
  let arrive: () => void = () => undefined;
  test_.background.slow['teach.done'] = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  return arrive;
}

describe('a press right after teaching', () => {
  test('is held while the background still saves the site, and stored when it has', async () => {
    const arrive = slowSave();
    test_.background.teaching?.onDone(TAUGHT);
    press();
    expect(sent).toEqual([]);
    await until(() => test_.state()?.kind === 'holding', 'the panel');
    expect(test_.background.of('hold.create'), 'asked only when the site is known').toEqual([]);
    test_.background.hello = COVERED;
    arrive();
    await until(() => test_.state()?.kind === 'held', 'held');
    expect(test_.background.of('hold.create')).toHaveLength(1);
    expect(sent).toEqual([]);
  });

  test('stays held when an older answer says that nothing is covered', async () => {
    const arrive = slowSave();
    test_.background.teaching?.onDone(TAUGHT);
    test_.gate.onPush({ kind: 'rules' });
    await wait(50);
    press();
    await wait(20);
    expect(sent).toEqual([]);
    test_.background.hello = COVERED;
    arrive();
    await until(() => test_.state()?.kind === 'held', 'held');
  });

  test('goes on its way when the site could not be added, and that is said', async () => {
    const arrive = slowSave();
    const answer = test_.background.answer.bind(test_.background);
    test_.background.answer = (name, input) => {
      if (name === 'teach.done') return { ok: false, code: 'bad-adapter', detail: 'This name is taken.' };
      if (name === 'hold.create') return { ok: false, code: 'not-covered', detail: 'This site is not covered.' };
      return answer(name, input);
    };
    test_.background.teaching?.onDone(TAUGHT);
    press();
    await wait(30);
    expect(sent).toEqual([]);
    arrive();
    await until(() => sent.length === 1, 'the person’s own send');
    expect(test_.states.some((state) => state.kind === 'refused' && state.title === 'This site could not be added')).toBe(true);
  });
});

test('a panel whose part comes late shows what was to be shown, without another press', async () => {
  let tries = 0;
  const shown: string[] = [];
  const end = new AbortController();
  const panel = latePanel(async () => {
    tries += 1;
    if (tries < 3) return null;
    return { mount: () => ({ element: document.body, show: (state: { kind: string }) => shown.push(state.kind), hide: () => undefined, flash: () => undefined, contains: () => false }) } as never;
  }, { anchor: () => null, onAction: () => undefined, signal: end.signal });
  panel.show({ kind: 'holding' });
  await until(() => shown.length > 0, 'the panel');
  expect(shown).toEqual(['holding']);
  end.abort();
});
