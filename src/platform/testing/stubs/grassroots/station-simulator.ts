import { createHash, randomUUID } from "node:crypto";

/** What a station does wrong; everything else it does as the pull contract says. */
export interface StationManners {
  /** It cannot be reached and reaches nobody: receipts wait. */
  offline: boolean;
  /** Its clock goes ahead by so many seconds; behind where negative. */
  clockAheadSeconds: number;
  /** Nothing more fits on its disk: recordings are not kept. */
  diskFull: boolean;
  /** What it loads is not what it was given. */
  garblesAudio: boolean;
  /** It sends each receipt twice, in the same call and again in the next. */
  repeatsReceipts: boolean;
  /** It loses power in the middle of what it plays, and plays it anew afterwards. */
  restartsInMidItem: boolean;
  /** It goes on playing what was taken back. */
  ignoresWithdrawals: boolean;
}

interface ScheduleItem {
  slotId: string;
  bulletinId: string;
  revision: number;
  priority: string;
  playFrom: string;
  playUntil: string;
  repeat: { times: number };
  audio: { url: string; sha256: string; durationSeconds: number }[];
}

interface Receipt {
  receiptId: string;
  slotId: string;
  bulletinId: string;
  revision: number;
  state: string;
  startedAt: string;
  endedAt?: string;
  repetition?: number;
  sha256?: string;
  reason?: string;
  clustersOk?: string[];
}

interface Told {
  accepted: string[];
  duplicate: string[];
  rejected: { receiptId: string; error: string }[];
}

const usual: StationManners = {
  offline: false,
  clockAheadSeconds: 0,
  diskFull: false,
  garblesAudio: false,
  repeatsReceipts: false,
  restartsInMidItem: false,
  ignoresWithdrawals: false,
};

const at = (moment: number) => new Date(moment).toISOString();

/** A loudspeaker station's device, played: asks for its schedule, loads, plays by its clock, and says what it did. */
export class StationSimulator {
  readonly manners: StationManners;
  readonly told: Told[] = [];
  #fetch: (address: string, init?: RequestInit) => Promise<Response>;
  #base: string;
  #code: string;
  #key: string;
  #etag = "";
  #items: ScheduleItem[] = [];
  #withdrawn = new Set<string>();
  #loaded = new Map<string, string>();
  #played = new Set<string>();
  #queue: Receipt[] = [];
  /** Numbers begin anew with each device. */
  #device = randomUUID().slice(0, 8);
  #number = 0;

  constructor({
    base,
    code,
    key,
    manners = {},
    fetch: ask = (address, init) => fetch(address, init),
  }: {
    /** Of the platform, without a final slash. */
    base: string;
    code: string;
    key: string;
    manners?: Partial<StationManners>;
    fetch?: (address: string, init?: RequestInit) => Promise<Response>;
  }) {
    this.#base = base;
    this.#code = code;
    this.#key = key;
    this.#fetch = ask;
    this.manners = { ...usual, ...manners };
  }

  #call(path: string, init: RequestInit = {}): Promise<Response> {
    return this.#fetch(`${this.#base}/grassroots/v1${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.#key}`, ...(init.headers as Record<string, string>) },
    });
  }

  #say(item: ScheduleItem, state: string, startedAt: number, more: Partial<Receipt> = {}): void {
    this.#number += 1;
    const receiptId = `${this.#code}-${this.#device}-${String(this.#number).padStart(6, "0")}`;
    const { slotId, bulletinId, revision } = item;
    this.#queue.push({ receiptId, slotId, bulletinId, revision, state, startedAt: at(startedAt), ...more });
  }

  /** Asks for the schedule; gives the status, 304 where nothing changed, 0 while nobody is reached. */
  async poll(): Promise<number> {
    if (this.manners.offline) return 0;
    const answer = await this.#call(`/schedule?station=${this.#code}&days=7`, {
      headers: { "if-none-match": this.#etag },
    });
    if (answer.status !== 200) return answer.status;
    const { items, withdrawn, etag } = (await answer.json()) as {
      items: ScheduleItem[];
      withdrawn: { bulletinId: string; revision: number }[];
      etag: string;
    };
    this.#etag = etag;
    if (!this.manners.ignoresWithdrawals) {
      this.#items = items;
      for (const { bulletinId, revision } of withdrawn) this.#withdrawn.add(`${bulletinId}/${revision}`);
    } else
      this.#items = [
        ...this.#items,
        ...items.filter(({ slotId }) => !this.#items.some((known) => known.slotId === slotId)),
      ];
    return 200;
  }

  /** Loads the recordings that are not there yet, and looks whether they are what was meant. */
  async load(now: number): Promise<void> {
    if (this.manners.offline) return;
    const tried = new Set<string>();
    for (const item of this.#items) {
      const name = `${item.bulletinId}/${item.revision}`;
      const [audio] = item.audio;
      if (!audio || this.#loaded.has(name) || tried.has(name)) continue;
      tried.add(name);
      if (this.manners.diskFull) {
        this.#say(item, "failed", now, { reason: "no-audio" });
        continue;
      }
      const answer = await this.#fetch(audio.url);
      if (!answer.ok) continue;
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (this.manners.garblesAudio) bytes[0] = (bytes[0] ?? 0) ^ 0xff;
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      if (sha256 !== audio.sha256) {
        this.#say(item, "failed", now, { reason: "hash-mismatch" });
        continue;
      }
      this.#loaded.set(name, sha256);
      this.#say(item, "downloaded", now);
    }
  }

  /** Plays what is due by its own clock, each slot once, and remembers it also after power was lost. */
  play(now: number): void {
    const clock = now + this.manners.clockAheadSeconds * 1000;
    for (const item of this.#items) {
      const name = `${item.bulletinId}/${item.revision}`;
      const sha256 = this.#loaded.get(name);
      const due = Date.parse(item.playFrom) <= clock && clock < Date.parse(item.playUntil);
      const mayPlay = this.manners.ignoresWithdrawals || !this.#withdrawn.has(name);
      if (!due || !sha256 || !mayPlay || this.#played.has(item.slotId)) continue;
      this.#played.add(item.slotId);
      if (this.manners.restartsInMidItem) this.#say(item, "interrupted", clock, { reason: "power" });
      const length = item.audio[0]!.durationSeconds * 1000;
      const begun = this.manners.restartsInMidItem ? clock + 30_000 : clock;
      this.#say(item, "played", begun, {
        ...{ endedAt: at(begun + length), repetition: 1, sha256, clustersOk: ["C01"] },
      });
    }
  }

  /** Sends what waits; while nobody is reached it goes on waiting, days long. */
  async report(): Promise<Told | null> {
    if (this.manners.offline || this.#queue.length === 0) return null;
    const receipts = this.manners.repeatsReceipts ? [...this.#queue, ...this.#queue] : this.#queue;
    const answer = await this.#call("/receipts", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ station: this.#code, receipts }),
    });
    if (!answer.ok) return null;
    const told = (await answer.json()) as Told;
    this.told.push(told);
    if (!this.manners.repeatsReceipts) this.#queue = [];
    return told;
  }

  async heartbeat(): Promise<number> {
    const answer = await this.#call("/heartbeat", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        station: this.#code,
        software: "mô phỏng 1",
        storageFreeMb: this.manners.diskFull ? 0 : 800,
        clusters: [{ id: "C01", state: "ok" }],
      }),
    });
    return answer.status;
  }
}
