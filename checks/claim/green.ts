import type { Check } from '../check';
import { phrases, runPhrases } from '../phrases';

const CERTIFIED = /\b(?:eu ecolabel|blue angel|blauer engel|nordic swan|fsc|pefc|gots|oeko-?tex|cradle to cradle|fairtrade|rainforest alliance|energy star|emas|iso 14024|msc|certified by|certificate|certification|verified by|third[- ]party (?:verified|audited)|according to (?:the )?(?:iso|en) ?\d+|en 13432|life[- ]cycle assessment|lca)\b/iu;
const PHRASES = phrases([
  { pattern: /\b(?:(?:climate|carbon|co2|co₂)[- ](?:neutral|positive|negative|compensated|friendly|free)|net[- ]zero|zero[- ](?:carbon|emissions?)|carbon[- ]?offset\w*|offset(?:s|ting)? (?:our|all|your|every|the) (?:\w+ )?(?:emissions|carbon|footprint|co2)|(?:100 ?%|fully) (?:climate|carbon) neutral)\b/giu, severity: 'hold', reason: 'is a claim from offsets or about climate impact that EU law bans for products.', unless: /\b(?:by 20[2-5]\d|target|pathway|roadmap|science[- ]based)\b/iu },
  { pattern: /\b(?:eco|environment(?:ally)?|planet|earth|nature|ocean|climate|bee)[- ](?:friendly|safe|conscious|positive|kind|responsible)\b|\b(?:kind|gentle|good|better|best|great|safe|harmless) (?:to|for|on) (?:the |our )?(?:planet|environment|earth|nature|climate|oceans?)\b|\b(?:friend|friends) of (?:the )?(?:nature|environment|planet)\b|\bnature['’]s friend\b|\bsaves? the planet\b/giu, severity: 'hold', reason: 'is a general environmental claim without recognised proof.', unless: CERTIFIED },
  { pattern: /\b(?:ecological|eco|green|greener|greenest|sustainable|sustainably made|biodegradable|bio-?based|compostable|plastic[- ]neutral|pollution[- ]free|non[- ]?toxic|all[- ]natural|guilt[- ]free)\s+(?:\w+\s+)?(?:product|products|packaging|choice|choices|brand|fashion|clothes|clothing|collection|range|bottle|bottles|energy|delivery|shipping|materials?|ingredients|soap|shampoo|detergent|cleaner|phone|car|cars|fuel|flights?|travel|bank|banking|fund|home|homes|wipes?|bags?|shoes|sneakers|cotton|paint|alternative|future|option)\b/giu, severity: 'hold', reason: 'is a general environmental claim without recognised proof.', unless: CERTIFIED },
  { pattern: /\b(?:our|this|these|its|is|are|100 ?%|fully|completely)\s+(?:\w+\s+){0,3}(?:is |are )?(?:100 ?% |fully |completely |totally |truly )(?:sustainable|biodegradable|recyclable|green|eco|compostable|natural)\b/giu, severity: 'hold', reason: 'is an absolute environmental claim without recognised proof.', unless: CERTIFIED },
]);

export const green: Check = {
  id: 'claim.green',
  about: 'General environmental claims without recognised proof, and climate claims based on offsets.',
  source: 'Directive (EU) 2024/825, applied since 27 September 2026',
  languages: ['en'],
  run: (input) => runPhrases(green, PHRASES, input),
  flags: [{ text: 'Meet our climate neutral sneaker.' }, { text: 'Eco-friendly packaging for every order.' }, { text: 'A shampoo that is kind to the planet.' }],
  passes: [{ text: 'Certified by the EU Ecolabel: eco-friendly packaging.' }, { text: 'Green tea and greenhouse tomatoes' }, { text: 'We are not carbon neutral yet; here is what we emit.' }, { text: 'Grüne Woche in Berlin 🌱' }],
};
