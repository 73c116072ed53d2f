import type { AccountCall } from "../connector.ts";
import {
  type AskedPost,
  countOf,
  countOfParts,
  type FiguresRead,
  type MissingFigure,
  type ReadFigure,
} from "../figures-call.ts";
import { type FacebookSecret, facebookSecret } from "./facebook-secret.ts";
import { type Graph, graphOf, type Trouble } from "./graph-call.ts";
import { isMissing, outcomeOf } from "./graph-outcome.ts";
import { FIGURES_OF_POST, FIGURES_OF_VIDEO, type NamedFigure } from "./named-figures.ts";

const HOUR = 3600;
/** Above so many hundredths of what may be called, figures wait: posting comes first. */
const USAGE_LIMIT = 90;
const DEAD = new Set([102, 190]);

type Json = Record<string, unknown>;
type Ended = NonNullable<FiguresRead["ended"]>;

/** What an answer that is none of figures means for who asked. */
type Stop =
  | { kind: "gone" }
  | { kind: "no-metric" }
  | { kind: "no-permission"; why: string }
  | { kind: "ended"; ended: Ended };

function stopOf(trouble: Trouble): Stop {
  const { code, subcode, waits } = trouble;
  const where = `(mã ${code ?? `HTTP ${trouble.status}`}${trouble.trace ? `, vết ${trouble.trace}` : ""})`;
  if (isMissing(trouble)) return { kind: "gone" };
  if (DEAD.has(code ?? 0) || DEAD.has(subcode ?? 0)) {
    const said = outcomeOf(trouble, { visible: false });
    return { kind: "ended", ended: { outcome: "reauth", why: "why" in said ? said.why : where } };
  }
  const { outcome, ...rest } = outcomeOf(trouble, { visible: false });
  if (outcome === "reauth")
    return {
      kind: "no-permission",
      why: `Facebook không cho xem số này vì mã truy cập thiếu quyền ${where}.`,
    };
  if (code === 100) return { kind: "no-metric" };
  const limited = "holds" in rest && rest.holds === true;
  return {
    kind: "ended",
    ended: limited
      ? {
          outcome: "later",
          why: `Facebook giới hạn số lần gọi; hệ thống chờ rồi hỏi tiếp ${where}.`,
          after: waits ?? HOUR,
        }
      : { outcome: "later", why: `Facebook trả lời không đọc được; hệ thống hỏi lại sau ${where}.` },
  };
}

/** Sums up what one post's calls told. */
interface Told {
  figures: ReadFigure[];
  gone: boolean;
  missing: MissingFigure[];
  ended: Ended | null;
  usage: number;
}

class Stopped extends Error {
  readonly ended: Ended;
  constructor(ended: Ended) {
    super(ended.outcome);
    this.ended = ended;
  }
}

function asker(graph: Graph, { version }: FacebookSecret, told: Told) {
  const missing = (
    named: NamedFigure[],
    because: MissingFigure["because"],
    why: (one: NamedFigure) => string,
  ) =>
    told.missing.push(
      ...named.map((one) => ({ name: one.name, metric: one.metric, because, why: why(one) })),
    );
  const add = ({ metric, name, words }: NamedFigure, value: number | null) => {
    if (value !== null) told.figures.push({ metric, value, name, words: `Graph API ${version}: ${words}` });
  };
  /** The answer, or null where it told nothing of these. @throws Stopped when nothing more is to be asked */
  const ask = async (path: string, query: Record<string, string>, named: NamedFigure[]) => {
    const answer = await graph(path, { query });
    if (answer.ok) {
      told.usage = Math.max(told.usage, answer.usage);
      return answer.body;
    }
    const stop = stopOf(answer.trouble);
    if (stop.kind === "ended") throw new Stopped(stop.ended);
    if (stop.kind === "gone") told.gone = true;
    if (stop.kind === "no-permission") missing(named, "permission", () => stop.why);
    return stop.kind === "no-metric" ? "no-metric" : null;
  };
  return { missing, add, ask };
}

/** The counts that every post carries. */
async function readCounts(
  { ask, add }: ReturnType<typeof asker>,
  path: string,
  named: NamedFigure[],
): Promise<void> {
  if (named.length === 0) return;
  const body = await ask(
    path,
    { fields: "shares,comments.summary(true).limit(0),reactions.summary(total_count).limit(0)" },
    named,
  );
  if (body === null || body === "no-metric" || body.id === undefined) return;
  const counted = (part: unknown): unknown =>
    ((part as Json | undefined)?.summary as Json | undefined)?.total_count;
  for (const one of named) {
    if (one.metric === "reactions") add(one, countOf(counted(body.reactions)));
    if (one.metric === "comments") add(one, countOf(counted(body.comments)));
    // Left out by Facebook while nobody has shared it.
    if (one.metric === "shares")
      add(one, body.shares === undefined ? 0 : countOf((body.shares as Json | null)?.count));
  }
}

/** What Insights tells; one name that it does not know fails the whole call, so each is asked for alone then. */
async function readInsights(
  asking: ReturnType<typeof asker>,
  path: string,
  named: NamedFigure[],
): Promise<void> {
  if (named.length === 0) return;
  const names = [...new Set(named.map(({ name }) => name))];
  const body = await asking.ask(path, { metric: names.join(",") }, named);
  if (body === "no-metric") {
    if (names.length > 1)
      for (const name of names)
        await readInsights(
          asking,
          path,
          named.filter((one) => one.name === name),
        );
    else asking.missing(named, "gone", ({ name }) => `Facebook không còn cho số này (${name}).`);
    return;
  }
  for (const entry of Array.isArray(body?.data) ? (body.data as Json[]) : []) {
    const value = ((entry.values as Json[] | undefined)?.[0] as Json | undefined)?.value;
    for (const one of named.filter(({ name }) => name === entry.name))
      asking.add(one, one.part ? countOf((value as Json | null)?.[one.part]) : countOfParts(value));
  }
}

async function readPost(graph: Graph, secret: FacebookSecret, remoteId: string, skip: ReadonlySet<string>) {
  const told: Told = { figures: [], gone: false, missing: [], ended: null, usage: 0 };
  const asking = asker(graph, secret, told);
  const wanted = (all: NamedFigure[]) => all.filter(({ name }) => !skip.has(name));
  const path = encodeURIComponent(remoteId);
  try {
    // Videos and reels carry a bare id, and have insights of their own.
    if (remoteId.includes("_")) {
      await readCounts(asking, path, wanted(FIGURES_OF_POST.counts));
      if (!told.gone) await readInsights(asking, `${path}/insights`, wanted(FIGURES_OF_POST.insights));
    } else await readInsights(asking, `${path}/video_insights`, wanted(FIGURES_OF_VIDEO));
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    told.ended = error.ended;
  }
  return told;
}

/** Whether the page itself still answers: else nothing is known of a post that it does not tell of. */
async function pageAnswers(graph: Graph, { pageId }: FacebookSecret): Promise<boolean> {
  const answer = await graph(pageId, { query: { fields: "id" } });
  return answer.ok && String(answer.body.id) === pageId;
}

/** Reactions, comments, shares, views and reach of posts, one after the other. Contract: section 6. */
export async function readFigures(
  call: AccountCall,
  posts: AskedPost[],
  skip: ReadonlySet<string>,
): Promise<FiguresRead> {
  const secret = facebookSecret(await call.credentials.read());
  const graph = graphOf(call, secret);
  const read: FiguresRead = { posts: new Map(), missing: [], ended: null };
  const skipped = new Set(skip);
  let answers: boolean | null = null;
  for (const { id, remoteId } of posts) {
    const { figures, gone, missing, ended, usage } = await readPost(graph, secret, remoteId, skipped);
    read.missing.push(...missing);
    for (const { name } of missing) skipped.add(name);
    if (gone) {
      answers ??= await pageAnswers(graph, secret);
      read.posts.set(id, { gone: "Facebook không còn thấy bài này.", sure: answers });
    }
    // What was not told whole is asked for anew.
    else if (!ended) read.posts.set(id, { figures });
    if (ended) return { ...read, ended };
    if (usage > USAGE_LIMIT)
      return {
        ...read,
        ended: {
          outcome: "later",
          why: "Đã dùng gần hết số lần gọi Facebook cho phép; hệ thống dành phần còn lại cho việc đăng bài.",
          after: HOUR,
        },
      };
  }
  return read;
}
