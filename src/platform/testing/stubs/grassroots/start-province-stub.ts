import { createHash, randomBytes } from "node:crypto";
import { Fields, idsFrom, type StubAnswer, type StubCall } from "../stub-call.ts";
import type { StubClock } from "../stub-clock.ts";
import { type Stub, type StubOptions, startStub } from "../stub-server.ts";
import { type ProvinceSeed, provinceSeed } from "./province-seed.ts";

interface Bulletin {
  id: string;
  title: string;
  reference: string;
  areas: string[];
  priority: string;
  audioSha256: string;
  at: number;
  /** Why it was not approved; null: it is. */
  refused: string | null;
  withdrawn: boolean;
}

/** A province's system of loudspeakers, after the adaptor's contract (section 3). */
export interface ProvinceStub extends Stub<ProvinceSeed> {
  bulletins: Map<string, Bulletin>;
}

const no = (status: number, message: string): StubAnswer => ({ status, body: { message } });

class ProvinceState {
  seed!: ProvinceSeed;
  tokens = new Map<string, { user: string; until: number }>();
  locked = new Set<string>();
  nextId = idsFrom(9_007_199_254_750_000n);
  readonly bulletins: Map<string, Bulletin>;
  readonly clock: StubClock;

  constructor(clock: StubClock, bulletins: Map<string, Bulletin>) {
    this.clock = clock;
    this.bulletins = bulletins;
  }

  standingOf({ at, refused, withdrawn }: Bulletin): string {
    const { approvesAfter, schedulesAfter, playsAfter, playsPartly } = this.seed.settings;
    const age = (this.clock.now() - at) / 1000;
    if (withdrawn) return "withdrawn";
    if (age < approvesAfter) return "waiting-approval";
    if (refused !== null) return "rejected";
    if (age < schedulesAfter) return "approved";
    if (age < playsAfter) return "scheduled";
    if (age < playsAfter + 60) return "playing";
    return playsPartly ? "partly-played" : "played";
  }

  shown(one: Bulletin) {
    const { id, title, reference, areas, priority, refused } = one;
    return { id, title, reference, areas, priority, status: this.standingOf(one), reason: refused };
  }
}

function signIn(state: ProvinceState, fields: Fields): StubAnswer {
  const user = fields.text("username") ?? "";
  const known = state.seed.accounts.find(
    (one) => one.user === user && one.password === fields.text("password"),
  );
  if (!known || state.locked.has(user)) return no(401, "Sai tên đăng nhập hoặc mật khẩu");
  const token = randomBytes(16).toString("hex");
  state.tokens.set(token, { user, until: state.clock.now() + state.seed.settings.tokenMinutes * 60_000 });
  return { body: { token, expiresIn: state.seed.settings.tokenMinutes * 60 } };
}

function handOver(state: ProvinceState, call: StubCall, fields: Fields, areas: string[]): StubAnswer {
  const audio = fields.file("audio");
  const [title, reference] = [fields.text("title") ?? "", fields.text("reference") ?? ""];
  const priority = fields.text("priority") ?? "normal";
  if (title === "" || !audio || audio.bytes.length === 0)
    return no(422, "Thiếu tên bản tin hoặc tệp âm thanh");
  if (!["audio/mpeg", "audio/wav"].includes(audio.type)) return no(415, "Chỉ nhận MP3, WAV");
  const strange = areas.find((code) => !state.seed.areas.some((area) => area.code === code));
  if (areas.length === 0 || strange) return no(422, `Không có địa bàn ${strange ?? ""}`);
  if (priority === "emergency") return no(403, "Tài khoản không được gửi khẩn cấp");
  const bulletin: Bulletin = {
    ...{ id: state.nextId(), title, reference, areas, priority, at: state.clock.now(), withdrawn: false },
    audioSha256: createHash("sha256").update(audio.bytes).digest("hex"),
    refused: call.failsWith === null ? null : call.failsWith || "Nội dung chưa phù hợp",
  };
  state.bulletins.set(bulletin.id, bulletin);
  return { status: 201, body: state.shown(bulletin) };
}

/** Every area of a form: a field may come several times. */
async function areasIn(call: StubCall): Promise<string[]> {
  const type = call.headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return [];
  const form = await new Response(new Uint8Array(call.body), {
    headers: { "content-type": type },
  }).formData();
  return form.getAll("areas").map(String);
}

async function route(state: ProvinceState, call: StubCall): Promise<StubAnswer> {
  const fields = await Fields.of(call);
  if (`${call.method} ${call.path}` === "POST /api/login") return signIn(state, fields);
  const token = /^Bearer (.+)$/.exec(call.headers.authorization ?? "")?.[1] ?? "";
  const session = state.tokens.get(token);
  if (!session || session.until <= state.clock.now()) return no(401, "Phiên đăng nhập đã hết");
  const one = /^\/api\/bulletins\/(\d+)(\/withdraw)?$/.exec(call.path);
  const bulletin = one && state.bulletins.get(one[1]!);
  if (one && !bulletin) return no(404, "Không có bản tin này");
  if (one && bulletin && one[2] && call.method === "POST") {
    if (state.standingOf(bulletin) === "playing") return no(409, "Bản tin đang phát, chưa thu hồi được");
    bulletin.withdrawn = true;
    return { body: state.shown(bulletin) };
  }
  if (one && bulletin && call.method === "GET") return { body: state.shown(bulletin) };
  switch (`${call.method} ${call.path}`) {
    case "GET /api/areas":
      return { body: { items: state.seed.areas } };
    case "GET /api/bulletins": {
      const reference = call.query.get("reference");
      const found = [...state.bulletins.values()].filter((known) => known.reference === reference);
      return { body: { items: found.map((known) => state.shown(known)) } };
    }
    case "POST /api/bulletins":
      return handOver(state, call, fields, await areasIn(call));
    default:
      return no(404, "Không có địa chỉ này");
  }
}

export async function startProvinceStub(options: StubOptions<ProvinceSeed> = {}): Promise<ProvinceStub> {
  const bulletins = new Map<string, Bulletin>();
  const stub = await startStub(provinceSeed, options, ({ clock }) => {
    const state = new ProvinceState(clock, bulletins);
    return {
      reset(seed) {
        state.seed = seed;
        state.tokens.clear();
        state.locked.clear();
        bulletins.clear();
      },
      answer: (call) => route(state, call),
      objects: () => ({ bulletins: [...bulletins.values()].map((one) => state.shown(one)) }),
      rateLimit: () => ({ ...no(429, "Gửi quá nhiều"), headers: { "retry-after": "30" } }),
      endToken(call, how) {
        const token = /^Bearer (.+)$/.exec(call.headers.authorization ?? "")?.[1] ?? "";
        const session = state.tokens.get(token);
        state.tokens.delete(token);
        if (session && how === "revoked") state.locked.add(session.user);
      },
    };
  });
  return Object.assign(stub, { bulletins });
}
