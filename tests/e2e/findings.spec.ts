/**
 * Findings in the site's own composer, in the built extension: painted by the browser and not by markup, shown on
 * request, and corrected through the editor's own input (issue: in the product).
 */
import { COMPOSERS } from '../support/composers';
import { expect, test } from '../support/test';

const TEXT = 'Our manpower plan: this balm cures eczema, guaranteed.';
/** One site per editor family. */
const RICH = COMPOSERS.filter(({ name }) => /^(an X post|a LinkedIn post|a Facebook post|a Bluesky post)/.test(name));
const PICTURES = process.env.COUNTERSIGN_PICTURES;

for (const one of RICH) {
  test(`${one.name}: flagged words are marked where they stand, and a suggestion goes in with one press`, async ({ write }) => {
    const draft = await write(one, TEXT);
    const { page, panel, site } = draft;
    const painted = () => page.evaluate(() => [...CSS.highlights].flatMap(([name, ranges]) => [...ranges].map((range) => `${name} ${(range as Range).toString()}`)).sort());
    await expect.poll(painted).toContain('cs-note manpower');
    expect((await painted()).some((mark) => mark.startsWith('cs-hold') || mark.startsWith('cs-block'))).toBe(true);
    expect(await one.editor(page).evaluate((element) => element.innerHTML)).not.toMatch(/cs-note|cs-hold|countersign/i);

    await panel.press('Show details');
    await panel.press('Findings');
    if (PICTURES) {
      await page.screenshot({ path: `${PICTURES}/${one.site}-light.png` });
      await page.addStyleTag({ content: 'html,body,[role="dialog"],main,header,article,.card,.ql-editor,.share-box,[data-testid="composePostView"]{background:#0b0e11!important;color:#e7e9ea!important}' });
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: `${PICTURES}/${one.site}-dark.png` });
    }
    await panel.press('Show “manpower” in the composer');
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('manpower');
    await panel.press('Use “workforce”');
    await expect.poll(() => draft.shown()).toContain(TEXT.replace('manpower', 'workforce'));
    await expect.poll(painted).not.toContain('cs-note manpower');
    expect((await painted()).length).toBeGreaterThan(0);
    expect(site.posts()).toEqual([]);
  });
}
