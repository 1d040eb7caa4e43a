import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../gate/call-text';
import { Pass } from '../../../gate/pass';
import type { PublishSpec } from '../../../platforms/schema';

const spec = (bodyType: PublishSpec['bodyType'], text: string[]): PublishSpec => ({ id: 'create', method: 'POST', url: '/api$', transport: 'request', bodyType, text });
const carried = (body: string | null, fields = false, url = 'https://site.example/api') => ({ body, fields, url });

describe('the words a call carries', () => {
  it.each<[string, PublishSpec, ReturnType<typeof carried>, string[] | null]>([
    ['JSON', spec('json', ['variables.tweet_text']), carried('{"variables":{"tweet_text":"Hi"}}'), ['Hi']],
    ['JSON, the parts of a thread', spec('json', ['writes.*.value.text']), carried('{"writes":[{"value":{"text":"1"}},{"value":{"text":"2"}}]}'), ['1', '2']],
    ['JSON without text where it should be', spec('json', ['text']), carried('{"words":"Hi"}'), null],
    ['broken JSON', spec('json', ['text']), carried('{'), null],
    ['an urlencoded field', spec('form', ['status']), carried('status=a+b&x=1'), ['a b']],
    ['a multipart field', spec('multipart', ['wpTextbox1']), carried('[["wpTextbox1","Page"]]', true), ['Page']],
    ['a field that holds JSON', spec('formJson', ['variables.input.message.text']), carried(`variables=${encodeURIComponent('{"input":{"message":{"text":"Hi"}}}')}`), ['Hi']],
    ['the address', spec('query', ['text']), carried('', false, 'https://site.example/say?text=Hi%20there'), ['Hi there']],
    ['a socket.io frame', spec('frame', ['1.text']), carried('42["input",{"target":1,"text":"Hi"}]'), ['Hi']],
    ['a gateway frame', spec('frame', ['d.content']), carried('{"op":0,"t":"MESSAGE_CREATE","d":{"content":"Hi"}}'), ['Hi']],
    ['a body nobody can read', spec('json', ['text']), carried(null), null],
    ['a format nobody declared', spec('opaque', []), carried('Hi'), null],
  ])('%s', (_, one, call, texts) => expect(textsOf(one, call)).toEqual(texts));
});

describe('a pass and the words of its calls (BI3)', () => {
  const open = (text: string, calls = 1): Pass => {
    const pass = new Pass({ match: () => null, approved: { text, title: '', warning: '' }, deadline: 10, now: () => 0, publish: ['create'], calls, onUsed: () => undefined });
    pass.use();
    return pass;
  };

  it.each([
    ['the approved words', 'Doors open at nine.', 'yes'],
    ['the same words with the site\u2019s own whitespace', ' Doors  open\r\nat nine.\u00A0', 'yes'],
    ['one letter more', 'Doors open at nine.!', 'differs'],
    ['no words', '', 'differs'],
  ])('%s', (_, sent, judged) => expect(open('Doors open\nat nine.').admitsCall('create', [sent])).toBe(judged));

  it('other words use nothing up; the approved ones still leave, once', () => {
    const pass = open('yes');
    expect([pass.admitsCall('create', ['no']), pass.admitsCall('other', ['yes']), pass.admitsCall('create', ['yes']), pass.admitsCall('create', ['yes'])]).toEqual(['differs', 'no', 'yes', 'no']);
  });

  it('every part of a thread leaves once, in any order, together or one by one', () => {
    const pass = open('one\u001Etwo\u001Ethree', 3);
    expect([pass.admitsCall('create', ['two']), pass.admitsCall('create', ['two']), pass.admitsCall('create', ['one', 'three'])]).toEqual(['yes', 'differs', 'yes']);
  });

  it('a call the site refused may be repeated with the same words, and with no others', () => {
    const pass = open('yes');
    pass.admitsCall('create', ['yes']);
    pass.giveBack();
    expect([pass.admitsCall('create', ['no']), pass.admitsCall('create', ['yes'])]).toEqual(['differs', 'yes']);
  });

  it('a body nobody can read leaves as the one call of the send', () => {
    const pass = open('yes');
    expect([pass.admitsCall('create', null), pass.admitsCall('create', null)]).toEqual(['yes', 'no']);
  });
});
