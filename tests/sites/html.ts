/** The document around a practice site's bundle. */
import type { SitePage } from './site';

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** JSON inside a script element: only `<` can end it early. */
export const scriptJson = (value: unknown) => JSON.stringify(value).replaceAll('<', String.raw`\u003c`);

export function htmlOf(page: SitePage): string {
  return `<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(page.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/app.css">
${page.head ?? ''}
<script type="application/json" id="site-data">${scriptJson(page.data)}</script>
</head>
<body>
${page.root ?? '<div id="root"></div>'}
<script src="/assets/app.js" defer></script>
</body>
</html>
`;
}
