import { useEffect, useMemo, useRef, useState } from 'react';
import type { DecisionId, Member, Revision } from '../../review/model';
import type { HoldDetail } from '../../storage/queries/detail';
import type { StoredHold } from '../../storage/rows';
import { closeHold, moveOn, openHold, step, useNav } from '../queue/nav';
import { listNames, shortNames } from '../queue/words';
import { useShortcuts } from '../session/shortcuts';
import { TabPanel, Tabs, toast, useNow } from '../ui';
import { AskSheet } from './AskSheet';
import { answerFinding, markWrong, saveNote } from './author-commands';
import { byWords, ChangesTab } from './ChangesTab';
import { countFor } from './counted';
import { DetailHeader, DetailMenu } from './DetailHeader';
import { DetailTitle } from './DetailTitle';
import { askProblem, changedWording } from './draft';
import type { DetailTab } from './draft';
import { countChanges } from './facts';
import { Findings } from './Findings';
import { HistoryTab } from './HistoryTab';
import { Notices } from './Notices';
import { NoteBlock } from './NoteBlock';
import { PostPreview } from './PostPreview';
import { RejectSheet } from './RejectSheet';
import { SecondOpinion } from './SecondOpinion';
import { baseRevision } from './since';
import { putRivalsAside, submit } from './submit';
import type { DecisionWords } from './decide';
import { useDraft } from './use-draft';
import { useDwell, useTextSeen } from './use-seen';
import { verdictFor } from './verdict';
import { Verdicts } from './Verdicts';
import styles from './Detail.module.css';

interface Props {
  detail: HoldDetail;
  /** The version on the page; may be older than the newest. */
  revision: Revision;
  competing: readonly StoredHold[];
  verified: ReadonlySet<DecisionId>;
  damaged: ReadonlySet<number>;
  member: Member;
  onNewest(): void;
}

export function DetailView({ detail, revision, competing, verified, damaged, member, onNewest }: Props) {
  const { hold, members, workspace, grant } = detail;
  const { manifest } = revision;
  const now = useNow();
  const nameOf = useMemo(() => shortNames(members), [members]);
  const { requirement, counted, view } = useMemo(() => countFor(detail, revision, verified, now), [detail, revision, verified, now]);
  const handle = useDraft(hold.id, member.id, revision.number);
  const { draft, change, forget, ready } = handle;
  const [busy, setBusy] = useState('');
  const dwell = useDwell();

  const heading = useRef<HTMLHeadingElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const placed = useRef(false);
  useEffect(() => {
    if (!ready || placed.current) return;
    placed.current = true;
    // Somebody quick may have scrolled already; only a remembered place moves them.
    if (draft.scroll > 0) scroller.current?.scrollTo({ top: draft.scroll });
  }, [ready, draft.scroll]);
  const place = useRef(draft.tab);
  useEffect(() => {
    if (place.current !== draft.tab) scroller.current?.scrollTo({ top: 0 });
    place.current = draft.tab;
  }, [draft.tab]);
  useTextSeen(scroller, end, ready && draft.tab === 'post' && !draft.seenText, () => change({ seenText: true }));

  const seen = { text: draft.seenText, media: draft.seenMedia };
  const verdict = verdictFor({ hold, revision, requirement, counted, decisions: detail.decisions, member, members, rules: workspace.rules, acknowledged: draft.acknowledged, seen, nameOf });
  // BI6 is an approval in advance, so it asks for the same look (QU9).
  const unseen = workspace.rules.requireSeen && !(draft.seenText && manifest.media.every(({ sha256 }) => draft.seenMedia.includes(sha256)));
  const canDecide = verdict.kind === 'approve' || verdict.kind === 'missing' || verdict.kind === 'signed';
  const isAuthor = hold.authorId === member.id;
  const authorName = nameOf(hold.authorId);
  const authorFull = members.find(({ id }) => id === hold.authorId)?.name ?? authorName;
  const before = baseRevision(detail.revisions, detail.log, member.id, revision.number);
  const comparable = before && !damaged.has(before.number) ? before : null;
  const thumbs = useMemo(() => new Map(detail.media.map(({ sha256, dataUrl }) => [sha256, dataUrl])), [detail.media]);

  const decide = async (kind: DecisionWords['kind'], words: Partial<DecisionWords> = {}) => {
    if (busy) return;
    setBusy(kind);
    const about = { hold, revision, member, rules: workspace.rules, authorName };
    let remember = () => {};
    const done = await submit(about, { ...words, kind, acknowledged: draft.acknowledged, seen: { ...seen, media: [...seen.media], dwellMs: dwell() } }, () => remember());
    setBusy('');
    if (!done) return;
    if (kind === 'approve' && draft.putAside) await putRivalsAside(hold.id);
    remember = forget();
    moveOn(hold.id);
  };
  const approve = () => {
    if (verdict.kind === 'approve') void decide('approve');
    else if (verdict.kind === 'missing') toast({ title: `${verdict.label}.`, detail: '' });
  };
  const askForChanges = () => {
    if (askProblem(draft, manifest.text)) return;
    const suggestion = changedWording(draft.suggestion, manifest.text);
    void decide('request_changes', { reasons: draft.reasons, text: draft.text.trim(), suggestion, approveIfTaken: suggestion !== null && workspace.rules.approveIfTaken && draft.approveIfTaken && !unseen });
  };
  const openAsk = (suggest: boolean) => { if (canDecide) change({ sheet: 'ask', ...(suggest && draft.suggestion === null ? { suggestion: manifest.text } : {}) }); };
  const openReject = () => { if (canDecide) change({ sheet: 'reject' }); };

  const help = useNav((state) => state.help);
  useShortcuts({
    single: { j: () => step(1), k: () => step(-1), a: approve, r: () => openAsk(false), s: () => openAsk(true), '[Shift]+?': () => useNav.setState({ help: true }) },
    plain: { Escape: closeHold },
  }, !help && draft.sheet === null);

  const live = verdict.kind !== 'over' && verdict.kind !== 'newer';
  const others = counted.approvals.filter(({ memberId }) => memberId !== member.id).map(({ memberId }) => nameOf(memberId));
  const cost = hold.workflow === 'approved' ? 'This stops the release.' : others.length > 0 ? `This drops ${listNames(others, 'and')}’s approval.` : '';

  return (
    <div className={styles['detail']}>
      <DetailHeader
        holdId={hold.id}
        menu={<DetailMenu canDecide={canDecide} revision={revision} onSuggest={() => openAsk(true)} onReject={openReject} />}
      />
      <DetailTitle ref={heading} hold={live ? hold : null} revision={revision} authorName={authorName} authorFull={authorFull} now={now} />
      <Notices hold={hold} revision={revision} view={view} competing={competing} decisions={detail.decisions} member={member} nameOf={nameOf} now={now} onNewest={onNewest} onOther={openHold} canDecide={verdict.kind === 'approve' || verdict.kind === 'missing'} putAside={draft.putAside} onPutAside={(putAside) => change({ putAside })} />
      <Tabs<DetailTab>
        className={styles['tabs']}
        label="About this post"
        value={draft.tab}
        onValue={(tab) => change({ tab, scroll: 0 })}
        items={[
          { value: 'post', label: 'Post' },
          { value: 'changes', label: comparable ? `Changes since v${comparable.number}` : 'Changes', count: comparable ? countChanges(comparable.manifest, manifest) : undefined, tagged: true },
          { value: 'history', label: 'History' },
        ]}
      >
        <div ref={scroller} className={styles['scroller']} data-stale={verdict.kind === 'newer' || undefined} onScroll={(event) => change({ scroll: event.currentTarget.scrollTop })}>
          <TabPanel value="post" className={styles['panel']}>
            <PostPreview
              manifest={manifest}
              findings={revision.findings}
              thumbs={thumbs}
              opened={draft.seenMedia}
              onOpened={(sha256) => { if (!draft.seenMedia.includes(sha256)) change({ seenMedia: [...draft.seenMedia, sha256] }); }}
              end={end}
            />
            <Findings
              revision={revision}
              nameOf={nameOf}
              acknowledged={verdict.kind === 'approve' || verdict.kind === 'missing' ? draft.acknowledged : null}
              onAcknowledge={(key, on) => change({ acknowledged: on ? [...draft.acknowledged, key] : draft.acknowledged.filter((other) => other !== key) })}
              onAnswer={isAuthor && live ? (key, kind, text) => answerFinding(hold.id, key, kind, text) : null}
              onWrong={live ? (checkId) => markWrong(hold.id, checkId) : null}
            />
            <SecondOpinion key={revision.number} text={manifest.text} surface={manifest.surface} />
            <NoteBlock note={hold.note} authorName={authorName} fullName={authorFull} onSave={isAuthor && live ? (note) => saveNote(hold.id, note) : null} />
          </TabPanel>
          <TabPanel value="changes" className={styles['panel']}><ChangesTab before={comparable} after={revision} by={byWords(detail.decisions, revision, nameOf)} /></TabPanel>
          <TabPanel value="history" className={styles['panel']}><HistoryTab log={detail.log} decisions={detail.decisions} members={members} /></TabPanel>
        </div>
      </Tabs>
      <Verdicts
        hold={hold} revision={revision} grant={grant} member={member} rules={workspace.rules} verdict={verdict} view={view} counted={counted} nameOf={nameOf} busy={busy}
        onApprove={approve} onAsk={() => openAsk(false)} onSuggest={() => openAsk(true)} onReject={openReject} onNewest={onNewest}
      />
      {draft.sheet === 'ask' && (
        <AskSheet handle={handle} authorName={authorName} original={manifest.text} cost={cost} mayCount={workspace.rules.approveIfTaken && !unseen} busy={busy === 'request_changes'} onSend={askForChanges} onClose={() => change({ sheet: null })} />
      )}
      {draft.sheet === 'reject' && (
        <RejectSheet handle={handle} authorName={authorName} busy={busy === 'reject'} onSend={() => void decide('reject', { reasons: draft.reasons, text: draft.text.trim() })} onClose={() => change({ sheet: null })} />
      )}
    </div>
  );
}
