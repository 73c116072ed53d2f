import { idsFrom } from "../stub-call.ts";
import type { StubClock } from "../stub-clock.ts";
import { type SeededOa, type ZaloSeed, zaloSeed } from "./zalo-seed.ts";

export interface Grant {
  appId: string;
  oaId: string;
  /** Live access tokens with the moment of their end. */
  accessTokens: Map<string, number>;
  refreshToken: string;
  refreshUntil: number;
  spent: Set<string>;
  revoked: boolean;
}

export interface ArticleContent {
  type: "normal" | "video";
  title: string;
  author: string;
  description: string;
  cover: Record<string, unknown> | null;
  body: Record<string, unknown>[];
  videoId: string | null;
  avatar: string | null;
  status: "show" | "hide";
  comment: "show" | "hide";
  trackingLink: string | null;
}

export interface Article extends ArticleContent {
  id: string;
  oaId: string;
  /** Taken on; it exists for readers and lists only once `ready`. */
  ready: boolean;
  createdAt: number;
  updatedAt: number;
  views: number;
  shares: number;
}

export interface Job {
  token: string;
  oaId: string;
  articleId: string;
  /** What an update puts in place. */
  content: ArticleContent | null;
  since: number;
  verifiesLeft: number;
  failure: { code: number; message: string } | null;
  done: boolean;
}

export interface UploadedVideo {
  token: string;
  id: string;
  oaId: string;
  name: string;
  size: number;
  pollsLeft: number;
  failure: string | null;
}

export interface Broadcast {
  id: string;
  oaId: string;
  articleIds: string[];
  target: Record<string, unknown>;
  at: number;
  state: "moderating" | "sent";
}

const HALF_HOUR = 1_800_000;

/** Everything that the network holds. */
export class ZaloState {
  readonly clock: StubClock;
  settings = zaloSeed.settings;
  apps: ZaloSeed["apps"] = [];
  oas: SeededOa[] = [];
  grants: Grant[] = [];
  codes = new Map<string, { appId: string; oaId: string; challenge: string; until: number }>();
  articles = new Map<string, Article>();
  jobs = new Map<string, Job>();
  videos = new Map<string, UploadedVideo>();
  broadcasts: Broadcast[] = [];
  minute = { number: 0, calls: 0 };
  nextId = idsFrom(0n);

  constructor(clock: StubClock) {
    this.clock = clock;
  }

  reset({ settings, apps, oas, grants }: ZaloSeed): void {
    this.settings = settings;
    this.apps = apps;
    this.oas = oas;
    const now = this.clock.now();
    this.grants = grants.map(({ accessToken, refreshToken, appId, oaId }) => ({
      appId,
      oaId,
      accessTokens: new Map([[accessToken, now + 90_000_000]]),
      refreshToken,
      refreshUntil: now + 90 * 86_400_000,
      spent: new Set(),
      revoked: false,
    }));
    for (const store of [this.codes, this.articles, this.jobs, this.videos]) store.clear();
    this.broadcasts = [];
    this.minute = { number: 0, calls: 0 };
    this.nextId = idsFrom(9_120_334_455_667_788_000n);
  }

  finish(job: Job): void {
    if (job.done) return;
    job.done = true;
    const article = this.articles.get(job.articleId);
    if (!article) return;
    if (job.failure) {
      // A text that was never taken is nowhere; a change that was not taken leaves the old one.
      if (!article.ready) this.articles.delete(article.id);
      return;
    }
    if (job.content) Object.assign(article, job.content, { updatedAt: this.clock.now() });
    article.ready = true;
  }

  /** What is due by the clock has happened. */
  settle(): void {
    const now = this.clock.now();
    for (const job of this.jobs.values())
      if (now - job.since >= this.settings.processingSeconds * 1000) this.finish(job);
    for (const broadcast of this.broadcasts) if (now - broadcast.at >= HALF_HOUR) broadcast.state = "sent";
    for (const article of this.articles.values()) {
      const views = Math.floor(((now - article.createdAt) / 3_600_000) * this.settings.viewsPerHour);
      if (article.status === "show" && views > article.views)
        Object.assign(article, { views, shares: Math.floor(views / 60) });
    }
  }
}
