/** `npm run check -- "text"`: prints the findings as JSON. Options: --platform, --surface, --account. */
import { parseArgs } from 'node:util';
import { checkDraft } from '../checks/index';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { platform: { type: 'string', default: 'x' }, surface: { type: 'string', default: 'post' }, account: { type: 'string' } },
});
const text = positionals.join(' ');
if (text === '') {
  console.error('Give the text: npm run check -- "Our balm cures eczema"');
  process.exitCode = 2;
} else {
  const account = values.account === undefined ? null : { id: values.account, handle: values.account };
  console.log(JSON.stringify(checkDraft({ text }, { platform: values.platform, surface: values.surface, account, media: [], now: Date.now() }), null, 2));
}
