import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { matches, pattern } from '../text/pattern';

const PATTERNS = [
  /\[(?:your |insert |add |first |last |company |client |brand |product |link|name|date|time|city|url|image|photo|handle|hashtag|cta|tbd|tbc|xx+)[^\]\n]{0,40}\]/giu,
  /\{\{\s*[\w .|-]{1,40}\s*\}\}|\$\{[\w .]{1,40}\}|%[A-Z_]{3,30}%|<%=?[^%\n]{1,40}%>|\*\|[A-Z_]{2,30}\|\*/gu,
  /\{(?:first|last|full|company|user|customer|product)?_?(?:name|handle|date|link|url|city|price)\}/giu,
  /\blorem ipsum(?: dolor)?\b/giu,
  /\b(?:TODO|FIXME|TKTK|TBD|TBC)\b(?!\w)/gu,
  /\b(?:need|add|insert|awaiting) (?:copy|text|link|image|caption)(?: (?:and|&) (?:copy|text|link|image|caption))?\b(?=[^.!?]{0,20}$|\*|\])/gimu,
  /\b(?:delete|remove) (?:this |me )?before (?:posting|publishing|sending)\b/giu,
  /\bas an ai (?:language )?model\b|\bhere(?:'|’)?s (?:a|your) (?:\w+ ){0,3}(?:tweet|caption|post)(?: (?:draft|you can use|for you))?:/giu,
  /\bX{3,}\b(?! ?(?:rated|large))/gu,
].map(pattern);

export const placeholder: Check = {
  id: 'format.placeholder',
  about: 'Template fields, edit notes and leftovers that were meant to be replaced.',
  source: 'McDonald’s, 24 Nov 2017: “need copy and link”; reference/decisions.md §6',
  run({ scan }) {
    const out: Finding[] = [];
    for (const words of PATTERNS) {
      for (const { start, end } of matches(scan, words)) {
        const span = { start, end };
        const known = out.some((other) => other.spans.some((taken) => span.start < taken.end && taken.start < span.end));
        if (known || scan.inLink(span.start)) continue;
        out.push(finding(placeholder, 'block', [span], `${quote(scan.text, span)} looks like a part that still has to be filled in.`));
      }
    }
    return out;
  },
  flags: [
    { text: 'Hi {{first_name}}, thanks for joining!', marks: ['{{first_name}}'] },
    { text: 'Black Friday **** Need copy and link****' },
    { text: 'Meet [NAME], our new head of design.', marks: ['[NAME]'] },
    { text: 'Lorem ipsum dolor sit amet' },
  ],
  passes: [
    { text: 'We add links to every source we use, always have.' },
    { text: 'The [redacted] report is public now.' },
    { text: 'My todo list for the weekend: sleep.' },
    { text: 'XXL shirts are back 🎉 — wunderbar!' },
  ],
};
