/** Facebook as reference/platforms.md §3.2 describes it: one URL for reads, typing and publishing. */
import { scriptJson } from '../html';
import { ACCOUNTS, OTHERS, accountOf, langOf } from '../people';
import type { ApiCall, ApiContext, SiteDefinition, SiteRequest } from '../site';

interface Variables { input?: { message?: { text?: string }; actor_id?: string; feedback_id?: string; story_id?: string; audience?: { privacy?: { base_state?: string } }; attachments?: { photo?: { id?: string } }[] } }

const actor = (context: ApiContext) => ACCOUNTS.find((account) => account.numericId === context.form().get('av'));

function variables(context: ApiContext): NonNullable<Variables['input']> {
  try {
    return (JSON.parse(context.form().get('variables') ?? '{}') as Variables).input ?? {};
  } catch {
    return {};
  }
}

function publish(operation: string, context: ApiContext): ApiCall {
  const input = variables(context);
  const handle = actor(context)?.handle ?? 'unknown';
  const permalink = `https://www.facebook.com/${handle}/posts/${context.nextId}`;
  const comment = operation === 'useCometUFICreateCommentMutation';
  const target = comment ? atob(input.feedback_id ?? '').replace('feedback:', '') : (input.story_id ?? null);
  const story = { id: context.nextId, url: permalink };
  return {
    kind: 'publish',
    post: {
      surface: comment ? 'comment' : 'post', account: handle, text: input.message?.text ?? '', target, permalink,
      audience: input.audience?.privacy?.base_state ?? '',
      media: (input.attachments ?? []).map((one) => ({ name: context.uploads.get(one.photo?.id ?? '')?.name ?? 'missing', bytes: context.uploads.get(one.photo?.id ?? '')?.bytes ?? 0, alt: '' })),
    },
    answer: comment ? { data: { comment_create: { feedback_comment_edge: { node: { id: context.nextId, feedback: { url: `${permalink}?comment_id=1` } } } } } } : { data: { story_create: { story } } },
    empty: { data: {} },
  };
}

const PUBLISHING = ['ComposerStoryCreateMutation', 'ComposerStoryEditMutation', 'useCometUFICreateCommentMutation'];

function api(request: SiteRequest, context: ApiContext): ApiCall | null {
  const { pathname } = context.url;
  if (pathname === '/ajax/react_composer/attachments/photo/upload') {
    const id = String(5_500 + context.uploads.size);
    context.uploads.set(id, { name: context.header('x-file-name'), bytes: context.bytes.byteLength, data: context.bytes, mime: context.header('content-type') });
    return { kind: 'upload', answer: { payload: { photoID: id } } };
  }
  if (pathname !== '/api/graphql/' || request.method !== 'POST') return null;
  const operation = context.form().get('fb_api_req_friendly_name') ?? '';
  if (PUBLISHING.includes(operation)) return publish(operation, context);
  if (operation.startsWith('CometUFILiveTyping')) return { kind: 'typing', answer: { data: {} } };
  if (operation.includes('Draft')) return { kind: 'autosave', answer: { data: {} } };
  return { kind: operation.includes('React') ? 'reaction' : 'read', answer: { data: {} } };
}

export const facebook: SiteDefinition = {
  id: 'facebook',
  origin: 'https://www.facebook.com',
  otherOrigins: [],
  home: '/',
  csp: "default-src 'self' data: blob:; script-src 'self' blob: data: 'unsafe-eval'; style-src 'self' 'unsafe-inline' data: blob:; connect-src 'self' data: blob:; frame-ancestors 'self'",
  page(url) {
    if (!/^\/(groups\/\d+\/|\w*)$/.test(url.pathname)) return null;
    const account = accountOf(url);
    const user = { ACCOUNT_ID: ACCOUNTS[1]!.numericId, USER_ID: account.numericId, NAME: account.name, SHORT_NAME: account.name.split(' ')[0], IS_BUSINESS_PERSON_ACCOUNT: false };
    return {
      lang: langOf(url),
      title: 'Facebook',
      head: `<script type="application/json" data-sjs>${scriptJson({ require: [['HasteSupportData', 'handle', null, [{}]]] })}</script>
<script type="application/json" data-sjs>${scriptJson({ define: [['CurrentUserInitialData', [], user, 270]] })}</script>`,
      data: { account, accounts: ACCOUNTS, others: OTHERS, lang: langOf(url) },
    };
  },
  api,
};
