import { finding, quote, type Check } from '../check';
import type { Finding } from '../finding';
import { matches, pattern } from '../text/pattern';

const PATTERNS = [
  /\[(?:your |insert |add |first |last |company |client |brand |product |link|name|date|time|city|url|image|photo|handle|hashtag|cta|tbd|tbc|xx+)[^\]\n]{0,40}\]/giu,
  /\{\{\s*[\w .|-]{1,40}\s*\}\}|\$\{[\w .]{1,40}\}|%[A-Z_]{3,30}%|<%=?[^%\n]{1,40}%>|\*\|[A-Z_]{2,30}\|\*/gu,
  /\{(?:first|last|full|company|user|customer|product)?_?(?:name|handle|date|link|url|city|price)\}/giu,
  /\blorem ipsum(?: dolor)?\b/giu,
  /\b(?:TODO|FIXME|TKTK|TBD|TBC|TBA|TK|PLACEHOLDER)\b(?!\w)|(?<=[:\s])LINK(?=$|[\s.!])|\b(?:DD[/.-]MM|MM[/.-]DD|YYYY)\b|#{3,}(?!#)|[$£€]X{1,4}\b|\bXX(?=\s?%|\s?(?:euros?|dollars?|pounds?)\b)/gu,
  /\{[a-z_]{3,24}\}|<(?:[A-Z][A-Z _-]{2,30}|title|link|name|date|url|price|city|handle|hashtags?|company|insert[^>]{0,30})>|\[\/?(?:CTA|cta|[A-Z]{3,12})\]|\[(?:photo|image|video|gif|pic|screenshot|graphic|picture|visual)(?::| of| here)[^\]\n]{0,60}\]/gu,
  /\b(?:copy|text|caption|image|link|headline|photo|quote|emoji|video) (?:goes |to go )?here\b(?=[\s.,!:)]|$)(?! (?:to|for|and|is)\b)|\b(?:name surname|first ?name last ?name|product name|company name|your name|brand name)(?=[,!]| (?:on|wishes|is|the)\b)(?<!in |our |a )|\b0{3,}[ -]0{3,}|(?<![\w@])@(?:handle|username|yourhandle|yourbrand|mention|brandname|name)\b|\byour[-_](?:link|url)[-_]?here\b|\b(?:final ){2}/giu,
  /\b(?:option|version|variant) (?:a|1)\b ?[:.)-][\s\S]{3,200}?\b(?:option|version|variant) (?:b|2)\b ?[:.)-]|\(to follow\)|\b(?:tweet|post|slide) \d\/\d ?: [\s\S]{3,200}?\b(?:tweet|post|slide) \d\/\d ?:|^(?:subject|caption|headline|body|alt text|hashtags) ?: |\bregenerate response\b|\b(?:text|bla|blah)(?:[ ,]+(?:text|bla|blah)){2,}/giu,
  /\b(?:need|add|insert|awaiting) (?:copy|text|link|image|caption)(?: (?:and|&) (?:copy|text|link|image|caption))?\b(?=[^.!?]{0,20}$|\*|\])|\bneed (?:an? )?(?:image|photo|copy|link|text) here\b/gimu,
  /\b(?:delete|remove) (?:this |me |this (?:line|part|bit|note) )?before (?:posting|publishing|sending|you post)\b|\b(?:awaiting|waiting for|pending|wording from|needs?|ok(?:ay)? from) (?:legal|client|final)(?: (?:approval|sign-?off|ok|copy))?\b(?=[.:!,]|$)|\botherwise approved\b/giu,
  /\bas an ai (?:language )?model\b|\bhere(?:(?:'|’)?s| is) (?:an?|your|the) (?:\w+ ){0,3}(?:tweet|caption|post)(?: (?:draft|you can use|for you))?:/giu,
  /\bX{3,}\b(?! ?(?:rated|large|[A-Z]))/gu,
  /^(?:sure|certainly|of course|absolutely)[!,.]? here(?:['’]s| is| are) (?:a|an|the|your|some|three|five) (?:\w+ ){0,4}(?:tweets?|posts?|captions?|drafts?|versions?|rewrite|reply|thread|copy)\b/giu,
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
        if (known || (scan.inLink(span.start) && !/here$/iu.test(scan.text.slice(start, end)))) continue;
        out.push(finding(placeholder, 'block', [span], `${quote(scan.text, span)} looks like a part that still has to be filled in.`));
      }
    }
    return out;
  },
  flags: [
    { text: 'Sure! Here is a tweet for your campaign:' },
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
