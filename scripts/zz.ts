import { readFileSync } from 'node:fs';
import { checkDraft } from '../checks/index';
const labels = readFileSync('/work/shared/data/goemotions_labels.txt','utf8').trim().split('\n');
const glad = new Set('admiration amusement approval caring excitement gratitude joy love optimism pride relief desire'.split(' '));
const sad = new Set('anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness'.split(' '));
let tp=0,fp=0,fn=0,tn=0; let tp2=0,fp2=0,fn2=0,neutral=0,neutralFlag=0; let other=0, otherFlag=0;
for (const line of readFileSync('/work/shared/data/goemotions_dev.tsv','utf8').trim().split('\n')) {
  const [text='', ids=''] = line.split('\t');
  const set = new Set(ids.split(',').map((i) => labels[Number(i)]!));
  const g=[...set].some((x)=>glad.has(x)), b=[...set].some((x)=>sad.has(x));
  const angry = set.has('anger')||set.has('annoyance')||set.has('disgust');
  const got = checkDraft({ text } as never, {} as never).some(({id})=>id==='tone.anger');
  if (!g && !b) { neutral++; if (got) neutralFlag++; continue; }
  if (g && b) continue;
  if (angry) got ? tp++ : fn++; else got ? fp++ : tn++;
  if (set.has('anger') && set.size===1) { got ? tp2++ : fn2++; }
  if (['joy','optimism','sadness','love'].some((x)=>set.has(x)) && !angry) { other++; if (got) otherFlag++; }
}
const p=tp/(tp+fp), r=tp/(tp+fn); console.log({p,r,f1:2*p*r/(p+r), n:tp+fp+fn+tn, angry:tp+fn, neutralRate: neutralFlag/neutral, angerOnlyRecall: tp2/(tp2+fn2), otherRate: otherFlag/other});
