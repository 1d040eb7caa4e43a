/** Every message of the contract and who answers it. The type makes a missing or extra handler a compile error. */
import type { MessageName } from '../../../review/contract';
import type { Handler } from '../serve';
import * as author from './author';
import * as checks from './checks';
import * as coverage from './coverage';
import * as free from './free';
import * as gate from './gate';
import * as holds from './holds';
import * as incidents from './incidents';
import * as parts from './parts';
import * as phrases from './phrases';
import * as protection from './protection';
import * as posts from './posts';
import * as releases from './releases';
import * as reviews from './reviews';
import * as sites from './sites';
import * as teach from './teach';
import * as workspace from './workspace';

export const HANDLERS: { [N in MessageName]: Handler<N> } = {
  'gate.hello': gate.hello,
  'gate.cover': gate.cover,
  'gate.typed': gate.typed,
  'gate.coverage': gate.coverage,
  'gate.load': parts.load,
  'gate.blocked': incidents.blocked,
  'posts.where': posts.where,
  'posts.seen': posts.seen,
  'incident.close': incidents.close,
  'hold.create': holds.create,
  'hold.revise': holds.revise,
  'hold.bind': holds.bind,
  'hold.view': holds.view,
  'hold.open': holds.open,
  'release.request': releases.request,
  'free.open': free.open,
  'release.outcome': releases.outcome,
  'hold.resolve': releases.resolve,
  'hold.note': author.note,
  'hold.answer': author.answer,
  'finding.wrong': checks.wrong,
  'checks.list': checks.list,
  'hold.recall': author.recall,
  'hold.stop': author.stop,
  'hold.resume': author.resume,
  'hold.renew': author.renew,
  'review.open': reviews.open,
  'review.close': reviews.close,
  'review.decide': reviews.decided,
  'review.supersede': reviews.supersede,
  'workspace.create': workspace.create,
  'member.add': workspace.addPerson,
  'member.update': workspace.updatePerson,
  'member.remove': workspace.removePerson,
  'rules.set': workspace.changeRules,
  'phrases.change': phrases.change,
  'session.changed': workspace.sessionChanged,
  'protection.view': protection.view,
  'coverage.look': coverage.look,
  'log.verify': workspace.verifyLog,
  'site.cover': sites.cover,
  'site.uncover': sites.uncover,
  'adapter.import': sites.importAdapter,
  'adapter.remove': sites.removeAdapter,
  'teach.start': teach.start,
  'teach.done': teach.done,
  'account.seen': teach.accountSeen,
};
