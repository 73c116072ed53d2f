import { type Context, Hono } from "hono";
import type { Database } from "#platform/database/database.ts";
import { admission } from "#platform/http/admission.ts";
import { type PageCache, TAGS_HEADER } from "#platform/http/page-cache.ts";
import { PODCAST_COVER } from "#platform/http/podcast.ts";
import {
  type HomePart,
  type PortalAgency,
  type PortalCall,
  type PortalFile,
  type PortalForm,
  type PortalMove,
  type PortalPage,
  type PortalPages,
  type PortalRoute,
  pathTag,
} from "#platform/http/portal-page.ts";
import { fileHeaders, framedHeaders, pageHeaders } from "#platform/http/security-headers.ts";
import { VISITED_HEADER } from "#platform/http/visits.ts";
import { readAccessibility } from "./accessibility/results.ts";
import { accessibilityPage } from "./accessibility/statement.page.tsx";
import type { PortalAssets } from "./assets.ts";
import { FROM_ELSEWHERE, formOf, isFromElsewhere, limitedForm } from "./forms.ts";
import { type Frame, renderDocument } from "./layout.tsx";
import { backTo, LOOK_COOKIE, lookAfter, looks } from "./looks.ts";
import { faultPage, feedsPage, homePage, unopenedPage } from "./own-pages.tsx";
import { answerSearch } from "./search.page.tsx";
import { SEARCH_QUERY } from "./search-address.ts";
import { NEWS_SITEMAP, newsSitemap, robots, sitemapIndex, sitemapPart } from "./sitemap.ts";
import { answerSuggestions } from "./suggestions.ts";

export interface PortalParts {
  database: Database;
  assets: PortalAssets;
  cache: PageCache;
  /** The capabilities' public sides, in the order of the navigation and of the home page. */
  capabilities: PortalPages[];
  /** The agency with this slug; without one the installation's own. Null: there is none (before the first set-up). */
  agencyOf: (database: Database, slug: string | null) => Promise<PortalAgency | null>;
  /** Paths of the other agencies' portals: "/co-quan/xa-mau". */
  otherPortals: (database: Database) => Promise<string[]>;
  /** Public address of the site as this request sees it, without a final slash. */
  originOf: (c: Context) => string;
  /** Address from which a form was sent; kept by nobody. */
  callerOf: (c: Context) => string;
  onFault: (error: unknown) => void;
}

const HOUR = 3600;

/** Answers that are made at once, as many as the portal has connections to the database; so many more may wait. */
export const MADE_AT_ONCE = 4;
const WAITING = 200;
const SECONDS_UNTIL_AGAIN = 10;

/** Query parameters that change an answer, by exact path; every other one is ignored. */
export function portalQueries(capabilities: PortalPages[]): Map<string, string[]> {
  const queries = capabilities.flatMap(({ routes }) =>
    routes.map(({ path, query }) => [path, query] as const),
  );
  return new Map(queries.filter(([, query]) => query.length > 0));
}

const searchTerm = (value: string | undefined) =>
  (value ?? "")
    .slice(0, 1000)
    .toWellFormed()
    .normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no text that a person types holds them.
    .replace(/[\s\u0000-\u001f\u007f]+/g, " ")
    .trim()
    .slice(0, 200);

/** No page stands at an address that no person or link would write: decoded signs of control, or far too long. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the database.
const isPlausible = (part: string) => part.length <= 500 && !/[\u0000-\u001f\u007f\ufffd]/.test(part);

const addressOf = ({ path }: PortalPage) => path.split("?")[0]!;
/** A header holds no more than this. */
const isPlain = (address: string) => address.length <= 500 && /^\/[\x21-\x7e]*$/.test(address);
const tagsOf = (page: PortalPage, agencyId: string) =>
  [
    ...["agency", `agency:${agencyId}`, ...page.tags],
    ...(isPlain(addressOf(page)) ? [pathTag(agencyId, addressOf(page))] : []),
  ].join(" ");
/** Visits are counted of what stands there. */
const isVisited = (page: PortalPage) =>
  (page.status ?? 200) === 200 && !page.unlisted && isPlain(addressOf(page));

/** The public site: pages of all capabilities in one frame, home, search, sitemap and errors. */
export function createPortal(parts: PortalParts): Hono {
  const { database, assets, cache, capabilities, agencyOf, otherPortals, originOf, callerOf, onFault } =
    parts;
  const navigation = [
    { label: "Trang chủ", href: "/" },
    ...capabilities.flatMap((one) => one.navigation),
    { label: "Tìm kiếm", href: "/tim-kiem" },
  ];
  const feeds = capabilities.flatMap((one) => one.feeds ?? []);
  const forms = capabilities.flatMap((one) => one.forms ?? []);
  const frameFor = (agency: PortalAgency | null, host: string): Frame => ({
    assets,
    agency,
    host,
    base: agency?.base ?? "",
    origin: host + (agency?.base ?? ""),
    navigation: agency ? navigation : [],
    feeds: agency ? (feeds[0] ?? null) : null,
    foot: [],
  });
  const footOf = (call: PortalCall, page: PortalPage) =>
    capabilities.map(({ foot }) => foot?.(call, page)).filter((part) => part != null);

  const send = async (c: Context, page: PortalPage, frame: Frame, keep: boolean, own = false) => {
    const html = await renderDocument(page, frame);
    const isKept = keep && frame.agency !== null;
    const look = looks.chosen(c.req.header("cookie"));
    return c.body(
      isKept || look === "" ? html : looks.dress(Buffer.from(html), look).toString(),
      page.status ?? 200,
      {
        ...pageHeaders,
        "content-type": "text/html; charset=utf-8",
        // Asked again at every visit, answered 304: a change is seen at once. What is each reader's own is kept by nobody.
        "cache-control": own ? "no-store" : "public, max-age=0, must-revalidate",
        ...(page.unlisted && { "x-robots-tag": "noindex" }),
        ...(page.lastModified && { "last-modified": page.lastModified.toUTCString() }),
        // What is kept is dressed by the cache, for each reader as he likes it.
        ...(isKept
          ? {
              [TAGS_HEADER]: tagsOf(page, frame.agency!.id),
              ...(isVisited(page) && { [VISITED_HEADER]: `${frame.agency!.id} ${addressOf(page)}` }),
            }
          : { vary: "Cookie" }),
      },
    );
  };

  const made =
    (
      query: string[],
      answer: PortalRoute["answer"],
      { keep = true, own = false, moved = 301 as 301 | 303 } = {},
    ) =>
    async (c: Context): Promise<Response> => {
      const host = originOf(c);
      const { coQuan, ...params } = c.req.param() as Record<string, string>;
      const agency =
        coQuan && !/^[a-z0-9-]{1,500}$/.test(coQuan) ? null : await agencyOf(database, coQuan ?? null);
      if (coQuan !== undefined && !agency) {
        return send(c, faultPage(404, c.req.path), frameFor(await agencyOf(database, null), host), false);
      }
      const frame = frameFor(agency, host);
      if (!agency) return send(c, unopenedPage(), frame, false);
      if (coQuan !== undefined && agency.base === "") {
        // Two slashes at the beginning, of either kind, would lead to another site.
        return c.redirect(c.req.path.slice(`/co-quan/${coQuan}`.length).replace(/^[/\\]+/, "/"), 301);
      }
      const call: PortalCall = {
        database,
        agency,
        origin: frame.origin,
        host,
        now: new Date(),
        params,
        query: Object.fromEntries(query.map((name) => [name, searchTerm(c.req.query(name)) || undefined])),
      };
      const isReal = Object.values(call.params).every(isPlausible);
      const found: PortalPage | PortalFile | PortalMove | null = isReal ? await answer(call) : null;
      if (found === null) {
        const page = faultPage(404, c.req.path.slice(agency.base.length));
        return send(c, page, { ...frame, foot: footOf(call, page) }, false);
      }
      if (found.kind === "move") return c.redirect(agency.base + found.to, moved);
      if (found.kind === "page") return send(c, found, { ...frame, foot: footOf(call, found) }, keep, own);
      return c.body(found.body, 200, {
        ...(found.framed ? framedHeaders(found.framed) : found.asPage ? pageHeaders : fileHeaders),
        "content-type": found.contentType,
        "cache-control": `public, max-age=${found.maxAge}, stale-while-revalidate=${found.maxAge}`,
        ...(found.contentType.includes("json") && { "access-control-allow-origin": "*" }),
        ...(found.lastModified && { "last-modified": found.lastModified.toUTCString() }),
        ...(found.link && { link: found.link }),
        ...(keep && { [TAGS_HEADER]: ["agency", `agency:${agency.id}`, ...found.tags].join(" ") }),
      });
    };

  const admit = admission({ atOnce: MADE_AT_ONCE, waiting: WAITING });
  /** What is read waits its turn; what somebody has typed and sends is not turned away. */
  const respond = (...what: Parameters<typeof made>) => {
    const make = made(...what);
    return async (c: Context): Promise<Response> => {
      const answer = await admit(() => make(c));
      if (answer) return answer;
      c.header("retry-after", String(SECONDS_UNTIL_AGAIN));
      return send(c, faultPage(503, c.req.path), frameFor(null, originOf(c)), false, true);
    };
  };

  const receive =
    ({ answer, mostBytes }: PortalForm) =>
    async (c: Context): Promise<Response> => {
      const host = originOf(c);
      if (isFromElsewhere(c, host)) return c.text(FROM_ELSEWHERE, 403, { ...fileHeaders });
      const { form, files } = await formOf(c);
      const sent = { form, files: mostBytes ? files : [], caller: callerOf(c) };
      return made([], (call) => answer({ ...call, ...sent }), {
        keep: false,
        own: true,
        moved: 303,
      })(c);
    };

  const home: PortalRoute["answer"] = async (call) => {
    const shown: HomePart[] = [];
    for (const capability of capabilities) {
      const part = await capability.home?.(call);
      if (part) shown.push(part);
    }
    return homePage(call, shown);
  };
  const accessibility = readAccessibility();
  const portal = new Hono();
  portal.onError(async (error, c) => {
    onFault(error);
    return send(c, faultPage(500, c.req.path), frameFor(null, originOf(c)), false);
  });
  portal.get("/assets/:file", cache.middleware, (c) => {
    const asset = assets.files.get(c.req.path);
    if (!asset) return c.notFound();
    return c.body(new Uint8Array(asset.bytes), 200, {
      ...fileHeaders,
      "content-type": asset.contentType,
      "cache-control": `public, max-age=${365 * 24 * HOUR}, immutable`,
      [TAGS_HEADER]: "assets",
    });
  });
  portal.get(PODCAST_COVER, cache.middleware, (c) =>
    c.body(new Uint8Array(assets.podcastCover), 200, {
      ...fileHeaders,
      "content-type": "image/jpeg",
      "cache-control": `public, max-age=${24 * HOUR}`,
      [TAGS_HEADER]: "assets",
    }),
  );
  portal.get("/robots.txt", async (c) => {
    const origin = originOf(c);
    const sites = ["", ...(await otherPortals(database))].map((base) => origin + base);
    return c.text(robots(sites), 200, { ...fileHeaders, "cache-control": `public, max-age=${HOUR}` });
  });
  portal.get("/hien-thi", (c) => c.redirect("/tro-nang#hien-thi", 303));
  portal.post("/hien-thi", async (c) => {
    const wish = await c.req.parseBody();
    const text = (name: string) => (typeof wish[name] === "string" ? wish[name] : undefined);
    const look = lookAfter(looks.chosen(c.req.header("cookie")), {
      size: text("co-chu"),
      contrast: text("tuong-phan"),
    });
    const secure = originOf(c).startsWith("https:") ? "; Secure" : "";
    return c.body(null, 303, {
      ...fileHeaders,
      location: backTo(text("ve")),
      "cache-control": "no-store",
      "set-cookie": `${LOOK_COOKIE}=${look}; Path=/; Max-Age=${look === "" ? 0 : 365 * 24 * HOUR}; SameSite=Lax; HttpOnly${secure}`,
    });
  });
  const kept: PortalRoute[] = [
    { path: "/", query: [], answer: home },
    { path: "/tro-nang", query: [], answer: async (call) => accessibilityPage(call, accessibility) },
    { path: "/nguon-tin", query: [], answer: async () => feedsPage(feeds) },
    { path: "/sitemap.xml", query: [], answer: (call) => sitemapIndex(call, capabilities) },
    { path: NEWS_SITEMAP, query: [], answer: (call) => newsSitemap(call, capabilities) },
    { path: "/sitemaps/:part", query: [], answer: (call) => sitemapPart(call, capabilities) },
    ...capabilities.flatMap(({ routes }) => routes),
  ];
  // The installation's own agency stands at the root, every other one under its name.
  for (const base of ["", "/co-quan/:coQuan"]) {
    for (const { path, query, answer, keep } of kept) {
      if (keep === false) portal.get(base + path, respond(query, answer, { keep, own: true }));
      else portal.get(base + path, cache.middleware, respond(query, answer));
    }
    for (const form of forms) portal.post(base + form.path, limitedForm(form.mostBytes), receive(form));
    portal.get(`${base}/tim-kiem/goi-y`, respond(["q"], answerSuggestions, { keep: false }));
    portal.get(`${base}/tim-kiem`, respond(SEARCH_QUERY, answerSearch, { keep: false }));
  }
  portal.get("/co-quan/:coQuan", (c) => c.redirect(`${c.req.path}/`, 301));
  portal.get("/co-quan/:coQuan/*", async (c) => {
    const path = c.req.path.replace(/\/{2,}/g, "/");
    if (path.endsWith("/")) return c.redirect(path.replace(/\/$/, ""), 301);
    return respond([], async () => null)(c);
  });
  portal.get("*", async (c, next) => {
    const path = c.req.path.replace(/\/{2,}/g, "/");
    if (path.startsWith("/api/")) {
      await next();
      return;
    }
    if (path.length > 1 && path.endsWith("/")) return c.redirect(path.replace(/\/$/, ""), 301);
    return respond([], async () => null)(c);
  });
  return portal;
}
