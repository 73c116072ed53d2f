import { createHash } from "node:crypto";
import type { StubAnswer, StubCall } from "../stub-call.ts";
import type { StubClock } from "../stub-clock.ts";

export interface YoutubeSeed {
  client: { id: string; secret: string; redirectUri: string };
  channel: { id: string; title: string };
  grants: { accessToken: string; refreshToken: string }[];
  settings: {
    /** Before the audit every video is locked to private. */
    audited: boolean;
    uploadsPerDay: number;
    unitsPerDay: number;
    channelUploadsPerDay: number;
    pollsUntilProcessed: number;
    sessionHours: number;
  };
}

export const youtubeSeed: YoutubeSeed = {
  client: {
    id: "mau.apps.example",
    secret: "bi-mat-youtube",
    redirectUri: "https://mau.example/youtube/quay-lai",
  },
  channel: { id: "UCsonoivumau", title: "Sở Nội vụ tỉnh Mẫu" },
  grants: [{ accessToken: "ya29.so-noi-vu", refreshToken: "1//so-noi-vu" }],
  settings: {
    audited: true,
    uploadsPerDay: 100,
    unitsPerDay: 10_000,
    channelUploadsPerDay: 50,
    pollsUntilProcessed: 2,
    sessionHours: 24,
  },
};

/** An answer that says no (contract, section 8). */
export class YoutubeError extends Error {
  readonly answer: StubAnswer;
  constructor(status: number, reason: string, domain = "youtube.video") {
    super(reason);
    this.answer = {
      status,
      body: { error: { code: status, message: reason, errors: [{ domain, reason, message: reason }] } },
    };
  }
}

type Json = Record<string, unknown>;

export interface Video {
  id: string;
  snippet: Json;
  status: Json;
  fileName: string;
  size: number;
  createdAt: number;
  pollsLeft: number;
  failsWith: string | null;
  hasThumbnail: boolean;
  statistics: Record<string, string>;
  /** What reports tell besides. */
  analytics: Record<string, number>;
}

export interface Session {
  id: string;
  snippet: Json;
  status: Json;
  size: number;
  received: number;
  until: number;
  videoId: string | null;
  failsWith: string | null;
}

export interface Grant {
  accessToken: string;
  until: number;
  refreshToken: string;
  revoked: boolean;
}

const DAY = 86_400_000;
/** Midnight at the Pacific, in winter. */
const PACIFIC = 8 * 3_600_000;

/** Everything that the network holds. */
export class YoutubeState {
  readonly clock: StubClock;
  seed: YoutubeSeed = youtubeSeed;
  grants: Grant[] = [];
  codes = new Set<string>();
  videos = new Map<string, Video>();
  sessions = new Map<string, Session>();
  captions: { id: string; videoId: string; bytes: number }[] = [];
  used = { day: 0, uploads: 0, units: 0 };
  #made = 0;

  constructor(clock: StubClock) {
    this.clock = clock;
  }

  reset(seed: YoutubeSeed): void {
    this.seed = seed;
    const until = this.clock.now() + 3_599_000;
    this.grants = seed.grants.map((grant) => ({ ...grant, until, revoked: false }));
    for (const store of [this.codes, this.videos, this.sessions]) store.clear();
    this.captions = [];
    this.used = { day: 0, uploads: 0, units: 0 };
    this.#made = 0;
  }

  newId(): string {
    this.#made += 1;
    return createHash("sha256").update(`${this.#made}`).digest("base64url").slice(0, 11);
  }

  /** Takes so much of the day's quota; it comes back at midnight of the Pacific. @throws YoutubeError */
  spend(cost: number, of: "units" | "uploads" = "units"): void {
    const day = Math.floor((this.clock.now() - PACIFIC) / DAY);
    if (this.used.day !== day) this.used = { day, uploads: 0, units: 0 };
    const most = of === "uploads" ? this.seed.settings.uploadsPerDay : this.seed.settings.unitsPerDay;
    if (this.used[of] + cost > most) throw new YoutubeError(403, "quotaExceeded", "youtube.quota");
    this.used[of] += cost;
  }

  enter(call: StubCall): Grant {
    const token = /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
    const grant = this.grants.find((one) => one.accessToken === token);
    if (!grant || grant.revoked || grant.until <= this.clock.now())
      throw new YoutubeError(401, "authError", "global");
    return grant;
  }

  /** What was to come out by now is out. */
  settle(): void {
    const now = this.clock.now();
    for (const { status } of this.videos.values())
      if (status.publishAt && Date.parse(String(status.publishAt)) <= now) {
        delete status.publishAt;
        if (this.seed.settings.audited) status.privacyStatus = "public";
      }
  }
}
