/** draft */
import { plainChromium, guardedChromium } from '../tests/matrix/chromium';
import { MATRIX_ADAPTER } from '../tests/matrix/adapter';
import { control, guarded } from '../tests/matrix/run';
import { startMatrixSite } from '../tests/matrix/server';
import { WAYS } from '../tests/matrix/ways';

const only = process.argv.slice(2);
const ways = only.length ? WAYS.filter((w) => only.includes(w.id)) : WAYS;
let t = Date.now();
const lap = (what: string) => { console.log(what, Date.now() - t, 'ms'); t = Date.now(); };
const site = await startMatrixSite();
const plain = await plainChromium();
lap('launch');
const c = await control(plain, site, ways);
lap('control');
console.log('not near', ways.filter((w) => !c.near.has(w.id)).map((w) => w.id), 'not far', ways.filter((w) => !c.far.has(w.id)).map((w) => w.id));
await plain.close();
if (process.env.CONTROL_ONLY) { await site.close(); process.exit(0); }
const g = await guardedChromium();
lap('made');
try {
  const report = await guarded(g, site, ways, MATRIX_ADAPTER, c);
  lap('guarded');
  console.table(report.rows.map(({ id, note, overall, intent, page, lock, witness }) => ({ id, note, overall, intent, page, lock, witness })));
} finally { await g.close(); await site.close(); }
