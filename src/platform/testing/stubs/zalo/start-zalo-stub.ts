import { Fields, type StubAnswer, type StubCall } from "../stub-call.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { prepareVideo, verifyVideo } from "./article-videos.ts";
import {
  createArticle,
  listArticles,
  mayMakeArticles,
  removeArticle,
  showArticle,
  updateArticle,
  verifyArticle,
} from "./articles.ts";
import { broadcast, quota } from "./broadcasts.ts";
import { accessToken, consentPage, endToken, grantOf, newKeys } from "./consent.ts";
import { ZaloError } from "./zalo-error.ts";
import { type SeededOa, type ZaloSeed, zaloSeed } from "./zalo-seed.ts";
import { ZaloState } from "./zalo-state.ts";

/** Zalo Official Account after its contract (November 2026), on a port of this machine; failures come with 200. */
export interface ZaloStub extends Stub<ZaloSeed> {
  state: ZaloState;
}

/** What was said, as query, as one `data` of the query, or as body. */
function saidIn(fields: Fields): Record<string, unknown> {
  const given = fields.all();
  const packed = fields.json("data");
  return typeof packed === "object" && packed !== null ? { ...given, ...packed } : given;
}

function accountOf(state: ZaloState, call: StubCall): { oa: SeededOa; appId: string } {
  const found = grantOf(state, call);
  if (!found || found.grant.revoked) throw new ZaloError(-216, "Access token is invalid");
  if (found.until <= state.clock.now()) throw new ZaloError(-220, "Access token has expired or was removed");
  const { appId, oaId } = found.grant;
  const app = state.apps.find(({ id }) => id === appId);
  if (!app) throw new ZaloError(-219, "App has been removed or disabled");
  if (!app.active) throw new ZaloError(-209, "App is not active");
  if (!app.hasOaProduct) throw new ZaloError(-212, "App has not registered this API");
  return { oa: state.oas.find(({ id }) => id === oaId)!, appId };
}

const profile = (oa: SeededOa): StubAnswer => ({
  body: {
    data: {
      oa_id: oa.id,
      name: oa.name,
      description: "",
      is_verified: oa.verified,
      oa_type: 4,
      cate_name: "Cơ quan nhà nước",
      num_follower: oa.followers,
      package_name: oa.packageName,
      linked_ZCA: "",
    },
    error: 0,
    message: "Success",
  },
});

async function route(state: ZaloState, call: StubCall): Promise<StubAnswer> {
  const fields = await Fields.of(call);
  if (call.path === "/v4/oa/permission") return consentPage(state, fields);
  if (call.path === "/v4/oa/access_token") return accessToken(state, call, fields);
  if (call.path === "/new-keys") return newKeys(state);
  const { oa, appId } = accountOf(state, call);
  const given = saidIn(fields);
  if (call.path.startsWith("/v2.0/article/")) mayMakeArticles(state, appId, oa);
  switch (`${call.method} ${call.path}`) {
    case "POST /v2.0/article/create":
      return createArticle(state, call, oa, given);
    case "POST /v2.0/article/update":
      return updateArticle(state, call, oa, given);
    case "POST /v2.0/article/verify":
      return verifyArticle(state, oa, given);
    case "POST /v2.0/article/remove":
      return removeArticle(state, oa, given);
    case "GET /v2.0/article/getslice":
      return listArticles(state, oa, given);
    case "GET /v2.0/article/getdetail":
      return showArticle(state, oa, given);
    case "POST /v2.0/article/upload_video/preparevideo":
      return prepareVideo(state, call, oa, fields);
    case "GET /v2.0/article/upload_video/verify":
      return verifyVideo(state, call, oa, given.token);
    case "GET /v2.0/oa/getoa":
      return profile(oa);
    case "POST /v2.0/oa/message":
      return broadcast(state, oa, given);
    case "POST /v2.0/oa/quota/message":
    case "POST /v3.0/oa/quota/message":
      return quota(state, oa);
    default:
      return { status: 404, body: "<h1>404 Not Found</h1>", headers: { "content-type": "text/html" } };
  }
}

export async function startZaloStub(options: StubOptions<ZaloSeed> = {}): Promise<ZaloStub> {
  let state!: ZaloState;
  const overRate = new ZaloError(-32, "Your application reached limit call api");
  const rate = (remain: number) => ({
    "X-RateLimit-Limit": String(state.settings.requestsPerMinute),
    "X-RateLimit-Remain": String(Math.max(0, remain)),
  });
  const stub = await startStub(zaloSeed, options, ({ clock }) => {
    state = new ZaloState(clock);
    return {
      reset: (seed) => state.reset(seed),
      async answer(call) {
        state.settle();
        const minute = Math.floor(clock.now() / 60_000);
        if (state.minute.number !== minute) state.minute = { number: minute, calls: 0 };
        state.minute.calls += 1;
        const remain = state.settings.requestsPerMinute - state.minute.calls;
        let answer: StubAnswer;
        try {
          if (remain < 0) throw overRate;
          answer = await route(state, call);
        } catch (error) {
          if (!(error instanceof ZaloError)) throw error;
          answer = error.answer;
        }
        return { ...answer, headers: { ...rate(remain), ...answer.headers } };
      },
      objects: () => {
        state.settle();
        return {
          articles: [...state.articles.values()],
          videos: [...state.videos.values()],
          broadcasts: state.broadcasts,
        };
      },
      rateLimit: () => ({ ...overRate.answer, headers: rate(0) }),
      endToken: (call, how) => endToken(state, call, how),
    };
  });
  return Object.assign(stub, { state });
}
