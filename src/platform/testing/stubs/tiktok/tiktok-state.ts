import { idsFrom, type StubAnswer, type StubCall } from "../stub-call.ts";
import type { StubClock } from "../stub-clock.ts";
import { type SeededAccount, type TiktokSeed, tiktokSeed } from "./tiktok-seed.ts";

/** An answer of the API that says no (contract, section 4). */
export class TiktokError extends Error {
  readonly answer: StubAnswer;
  constructor(status: number, code: string, message = code) {
    super(message);
    this.answer = { status, body: { data: {}, error: { code, message, log_id: "20261129" } } };
  }
}

export const done = (data: object): StubAnswer => ({
  body: { data, error: { code: "ok", message: "", log_id: "20261129" } },
});

export interface Grant {
  clientKey: string;
  openId: string;
  scopes: string[];
  accessToken: string;
  until: number;
  refreshToken: string;
  refreshUntil: number;
  refreshes: number;
  revoked: boolean;
}

export interface Post {
  publishId: string;
  openId: string;
  kind: "video" | "photo";
  inbox: boolean;
  title: string;
  privacy: string;
  createdAt: number;
  /** Of a film that is sent: how much is there, of how much, in which pieces. */
  received: number;
  size: number;
  chunkSize: number;
  chunks: number;
  uploadUntil: number;
  status: "PROCESSING_UPLOAD" | "PROCESSING_DOWNLOAD" | "SEND_TO_USER_INBOX" | "PUBLISH_COMPLETE" | "FAILED";
  pollsLeft: number;
  publicPollsLeft: number;
  failsWith: string | null;
  /** Above 2^53; text here, a number in the answers. */
  postId: string;
  figures: { view: number; like: number; comment: number; share: number };
}

/** Everything that the network holds. */
export class TiktokState {
  readonly clock: StubClock;
  readonly origin: () => string;
  settings = tiktokSeed.settings;
  clients: TiktokSeed["clients"] = [];
  accounts: SeededAccount[] = [];
  grants: Grant[] = [];
  codes = new Map<string, { clientKey: string; openId: string; redirectUri: string }>();
  posts = new Map<string, Post>();
  calls = new Map<string, number[]>();
  nextId = idsFrom(0n);

  constructor(clock: StubClock, origin: () => string) {
    this.clock = clock;
    this.origin = origin;
  }

  reset({ settings, clients, accounts, grants }: TiktokSeed): void {
    Object.assign(this, { settings, clients, accounts });
    const now = this.clock.now();
    this.grants = grants.map((grant) => ({
      ...grant,
      until: now + 86_400_000,
      refreshUntil: now + 365 * 86_400_000,
      refreshes: 0,
      revoked: false,
    }));
    for (const store of [this.codes, this.posts, this.calls]) store.clear();
    this.nextId = idsFrom(7_301_234_567_890_123_000n);
  }

  /** One call more within the sliding minute of this token. @throws TiktokError */
  count(grant: Grant, endpoint: keyof TiktokSeed["settings"]["perMinute"]): void {
    const key = `${grant.accessToken} ${endpoint}`;
    const now = this.clock.now();
    const lately = (this.calls.get(key) ?? []).filter((at) => now - at < 60_000);
    if (lately.length >= this.settings.perMinute[endpoint]) throw new TiktokError(429, "rate_limit_exceeded");
    this.calls.set(key, [...lately, now]);
  }

  grantOf(call: StubCall, scope: string): Grant {
    const token = /^Bearer (\S+)$/.exec(call.headers.authorization ?? "")?.[1];
    const grant = this.grants.find((one) => one.accessToken === token);
    if (!grant || grant.revoked || grant.until <= this.clock.now())
      throw new TiktokError(401, "access_token_invalid");
    if (!grant.scopes.includes(scope)) throw new TiktokError(401, "scope_not_authorized");
    return grant;
  }

  accountOf({ openId }: { openId: string }): SeededAccount {
    return this.accounts.find((account) => account.openId === openId)!;
  }

  /** Whether people see it; then it stands in the list of the account. */
  isPublic(post: Post): boolean {
    return (
      post.status === "PUBLISH_COMPLETE" && post.publicPollsLeft <= 0 && post.privacy === "PUBLIC_TO_EVERYONE"
    );
  }
}
