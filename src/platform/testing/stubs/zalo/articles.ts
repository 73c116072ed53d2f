import type { StubAnswer, StubCall } from "../stub-call.ts";
import { pictureTrouble, readArticle } from "./article-content.ts";
import { badParameter, done, ZaloError } from "./zalo-error.ts";
import type { SeededOa } from "./zalo-seed.ts";
import type { Article, ArticleContent, Job, ZaloState } from "./zalo-state.ts";

type Given = Record<string, unknown>;

export function mayMakeArticles(state: ZaloState, appId: string, oa: SeededOa): void {
  if (!state.apps.find(({ id }) => id === appId)?.managesArticles)
    throw new ZaloError(-223, "OA has not authorized this API for the app");
  if (!oa.verified) throw new ZaloError(-221, "OA has not been verified");
  if (!oa.hasArticles) throw new ZaloError(-224, "OA must upgrade its package to use this API");
}

async function begin(
  state: ZaloState,
  call: StubCall,
  article: Article,
  content: ArticleContent,
  isUpdate: boolean,
): Promise<StubAnswer> {
  const trouble = await pictureTrouble(state, content);
  const code = typeof call.params.code === "number" ? call.params.code : -248;
  const job: Job = {
    token: `viec-${state.nextId()}`,
    oaId: article.oaId,
    articleId: article.id,
    content: isUpdate ? content : null,
    since: state.clock.now(),
    verifiesLeft: state.settings.verifiesUntilDone,
    failure:
      call.failsWith !== null
        ? { code, message: call.failsWith || "The article violates the platform standards" }
        : trouble === null
          ? null
          : { code: -201, message: trouble },
    done: false,
  };
  state.jobs.set(job.token, job);
  return done({ token: job.token });
}

/** `POST /v2.0/article/create` */
export async function createArticle(
  state: ZaloState,
  call: StubCall,
  oa: SeededOa,
  given: Given,
): Promise<StubAnswer> {
  const content = readArticle(state, given);
  if (state.settings.articlesLeft <= 0) throw new ZaloError(-223, "OA is out of quota create article");
  state.settings.articlesLeft -= 1;
  const now = state.clock.now();
  const article: Article = {
    ...content,
    id: `${BigInt(state.nextId()).toString(16)}b7`,
    oaId: oa.id,
    ready: false,
    createdAt: now,
    updatedAt: now,
    views: 0,
    shares: 0,
  };
  state.articles.set(article.id, article);
  return begin(state, call, article, content, false);
}

function findArticle(state: ZaloState, oa: SeededOa, id: unknown): Article {
  const article = state.articles.get(String(id ?? ""));
  if (!article?.ready || article.oaId !== oa.id) throw badParameter("article does not exist");
  return article;
}

/** `POST /v2.0/article/update`: the whole object anew; what is left out falls back to what it is by default. */
export function updateArticle(
  state: ZaloState,
  call: StubCall,
  oa: SeededOa,
  given: Given,
): Promise<StubAnswer> {
  const article = findArticle(state, oa, given.id);
  return begin(state, call, article, readArticle(state, given), true);
}

/** `POST /v2.0/article/verify`: −214 until the job is done, then the id, as often as asked. */
export function verifyArticle(state: ZaloState, oa: SeededOa, given: Given): StubAnswer {
  const job = state.jobs.get(String(given.token ?? ""));
  if (!job || job.oaId !== oa.id) throw badParameter("token is invalid");
  if (!job.done && job.verifiesLeft > 0) {
    job.verifiesLeft -= 1;
    throw new ZaloError(-214, "Article is being processed");
  }
  state.finish(job);
  if (job.failure) throw new ZaloError(job.failure.code, job.failure.message);
  return done({ [state.settings.idField]: job.articleId });
}

const address = ({ oaId, id }: Article) => `https://rd.zapps.vn/detail/${oaId}?id=${id}`;

/** `GET /v2.0/article/getslice`, newest first. */
export function listArticles(state: ZaloState, oa: SeededOa, given: Given): StubAnswer {
  const [offset, limit] = [Number(given.offset ?? 0), Number(given.limit ?? 10)];
  if (!(limit >= 1 && limit <= 10) || !(offset >= 0)) throw badParameter("limit is invalid");
  const type = given.type ?? "normal";
  const all = [...state.articles.values()]
    .filter((one) => one.ready && one.oaId === oa.id && one.type === type)
    .filter((one) => state.settings.listsHidden || one.status === "show")
    .toReversed();
  const medias = all.slice(offset, offset + limit).map((article) => ({
    id: article.id,
    type: article.type,
    title: article.title,
    status: article.status,
    total_view: article.views,
    total_share: article.shares,
    create_date: article.createdAt,
    update_date: article.updatedAt,
    thumb: article.avatar ?? article.cover?.photo_url ?? "",
    link_view: address(article),
  }));
  return done({ [state.settings.sliceField]: medias, total: all.length });
}

/** `GET /v2.0/article/getdetail` */
export function showArticle(state: ZaloState, oa: SeededOa, given: Given): StubAnswer {
  const article = findArticle(state, oa, given.id);
  return done({
    id: article.id,
    type: article.type,
    title: article.title,
    author: article.author,
    cover: article.cover,
    description: article.description,
    status: article.status,
    body: article.body,
    comment: article.comment,
    cite: "",
    tracking_link: article.trackingLink,
    link_view: address(article),
  });
}

export function removeArticle(state: ZaloState, oa: SeededOa, given: Given): StubAnswer {
  state.articles.delete(findArticle(state, oa, given.id).id);
  return done({});
}
