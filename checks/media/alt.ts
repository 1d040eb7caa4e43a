import { finding, type Check } from '../check';

export const alt: Check = {
  id: 'media.alt',
  about: 'Pictures and videos without a description.',
  source: 'WCAG 2.2 SC 1.1.1 and 1.2.2',
  run({ context }) {
    const missing = context.media.filter((media) => /^(?:image|video)\//u.test(media.mime) && media.alt.trim() === '').length;
    if (missing === 0) return [];
    return [finding(alt, 'warn', [], missing === 1 ? 'One attached picture or video has no alt text that could be read.' : `${missing} attached pictures or videos have no alt text that could be read.`)];
  },
  flags: [{ text: 'New tin', context: { media: [{ mime: 'image/png', alt: '' }] } }],
  passes: [{ text: 'New tin', context: { media: [{ mime: 'image/png', alt: 'An open tin' }] } }, { text: 'Report', context: { media: [{ mime: 'application/pdf', alt: '' }] } }],
};
