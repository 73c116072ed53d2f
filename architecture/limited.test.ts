import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import type { Hono } from "hono";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { readConfig } from "#platform/config/config.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { createApi } from "../src/apps/api/api.ts";
import { noAi } from "../src/capabilities/newsroom/ai-use/ai-use.ts";
import { publishDueContent } from "../src/capabilities/newsroom/publish-due-content.ts";
import { rememberTexts } from "../src/capabilities/newsroom/similarity/remember-texts.ts";
import { type Procedure, procedures } from "./procedures.ts";
import { requestFor, validInput } from "./valid-input.ts";

/**
 * A text limited to nobody beside its writer and those who decide on it, and a person of the same agency with whatever
 * roles do not decide on it. Every procedure of the API is called, so that a new one that forgets the limit fails.
 */
let db: TestDatabase;
let api: Hono;
let current: Actor;
const faults: unknown[] = [];

const person = (email: string, ...held: [Role, string | null][]): Actor => ({
  personId: samplePersonId(email),
  name: email,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: held.map(([role, unit]) => ({ role, unitId: unit && sampleUnitId(unit) })),
});
const writer = person("contributor", ["contributor", "phong-mau-a"]);
const editor = person("editor", ["editor", "ttbcxb"]);
const unnamed = person(
  "office",
  ["office", "van-phong"],
  ["contributor", "phong-mau-a"],
  ["contributor", "phong-mau-b"],
  ["head", "phong-mau-b"],
  ["finance", "khtc"],
  ["auditor", null],
  ["administrator", null],
);

/** Stand nowhere but in the limited text. */
const TITLE = "Zuyquanhtitle";
const WORDS = "Qhobivatwords";
const REMARK = "Xolumreremark";
/** The audit is there to be controlled by: it names the text by its title, and says no words of it or of its comments. */
const auditing = ["organization.listAudit", "organization.exportAudit"];
/** What an answer says; the parts of a workbook are packed. */
function wordsIn(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString("latin1") !== "PK") return bytes.toString("utf8");
  const parts: string[] = [];
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) {
    const [packed, size, head] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const begin = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const part = bytes.subarray(begin, begin + size);
    parts.push((packed === 8 ? inflateRawSync(part) : part).toString("utf8"));
  }
  expect(parts.length).toBeGreaterThan(3);
  return parts.join("\n");
}

async function call(actor: Actor, address: string, init: RequestInit) {
  current = actor;
  const answer = await api.request(address, init);
  return { status: answer.status, text: wordsIn(Buffer.from(await answer.arrayBuffer())) };
}

async function send(actor: Actor, method: string, path: string, json: object | FormData) {
  const { status, text } = await call(
    actor,
    `/api${path}`,
    json instanceof FormData
      ? { method, body: json }
      : { method, body: JSON.stringify(json), headers: { "content-type": "application/json" } },
  );
  expect(status, `${path}: ${text.slice(0, 400)}`).toBe(200);
  return JSON.parse(text);
}

/** What the limited text has to do with, by the first word of the paths that read it. */
let objects: Record<string, string>;
let limited: string;
let own: string;
let picture: string;

const reading = procedures.filter(({ method }) => method === "GET");

const nounOf = ({ path }: Procedure) => path.split("/")[1]!.replace(/^my-/, "");

interface Asked {
  name: string;
  address: string;
  init: RequestInit;
  isTable: boolean;
}

/** Each reading of whatever it could be of, and once looking for the title. */
const everyReading = (): Asked[] =>
  reading.flatMap((one) => {
    const { name, input, path } = one;
    const shape = (input as { shape?: object } | undefined)?.shape ?? {};
    const of = nounOf(one) === "content" ? [limited, own] : [objects[nounOf(one)] ?? limited];
    const inputs = input ? of.map((id) => validInput(input, id)) : [{}];
    return ("q" in shape ? [...inputs, { ...inputs[0], q: TITLE }] : inputs).map((wanted) => {
      const [address, init] = requestFor(one, wanted);
      return { name, address, init, isTable: /[/-]table$/.test(path) };
    });
  });

async function answerTo({ address, init, isTable }: Asked) {
  const { status, text } = await call(unnamed, address, init);
  // A table says what was looked for.
  return { status, text: isTable ? text.replaceAll(TITLE, "") : text };
}

/** Capabilities that read texts of the newsroom; the others know only what is said to them. */
const readsTexts = ({ name }: Asked) => /^(newsroom|reports)\./.test(name);

const told = (name: string, text: string) =>
  [...(auditing.includes(name) ? [] : [TITLE, limited]), WORDS, REMARK].filter((secret) =>
    text.includes(secret),
  );

const withoutMoments = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z|\d{1,2}:\d\d/g, "");

beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-limited-")));
  db = await testDatabase("sample");
  api = createApi({
    database: db.database,
    config: readConfig({}),
    actorOf: async () => current,
    onFault: (error) => faults.push(error),
  });
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], "anh.png", { type: "image/png" }));
  form.append("alt", "Ảnh mẫu");
  form.append("licence", "own");
  form.append("consent", "not-needed");
  picture = (await send(unnamed, "POST", "/media", form)).id;
  const unitId = sampleUnitId("phong-mau-a");
  own = (await send(unnamed, "POST", "/content", { kind: "news", unitId })).id;
  limited = uuidv7();
  const [row] = (
    await db.pool.query(
      "select o.id as obligation, o.clause_id as clause, t.id as task, t.plan_id as plan from obligation o join task t on t.plan_id = o.plan_id where o.id = $1 order by t.id limit 1",
      [sampleObligationId("II.4.2-a")],
    )
  ).rows;
  objects = {
    media: picture,
    tasks: row.task,
    obligations: row.obligation,
    clauses: row.clause,
    plans: row.plan,
  };
});

const textOf = (words: string) => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const body = { type: "doc", content: [textOf(`${WORDS} ${"được nói đến trong bài này. ".repeat(12)}`)] };

/** The text as its writer makes it, with all that can stand in it and beside it. */
async function writeLimited() {
  const unitId = sampleUnitId("phong-mau-a");
  const links = {
    taskIds: [objects.tasks],
    obligationIds: [objects.obligations],
    clauseIds: [objects.clauses],
  };
  const made = await send(writer, "POST", "/content", { id: limited, kind: "news", unitId, ...links });
  await send(writer, "PUT", `/content/${limited}/readers`, { limited: true });
  const saved = await send(writer, "POST", `/content/${limited}/revisions`, {
    saveId: uuidv7(),
    baseRevisionId: made.current.id,
    fields: {
      title: `${TITLE} về một việc chưa công bố`,
      summary: `${WORDS} là điều chưa ai được biết trước ngày công bố.`,
      body,
      primaryTheme: "pillar.procedures",
      themes: [],
      imageId: picture,
      imageAlt: `Ảnh của ${WORDS}`,
      aiUse: noAi,
    },
  });
  await send(editor, "POST", `/content/${limited}/comments`, {
    commentId: uuidv7(),
    revisionId: saved.current.id,
    quote: WORDS,
    body: `${REMARK}: cần xem lại.`,
  });
}

test("who is not named sees and counts a limited text nowhere, and nowhere else does anything differ", async () => {
  const asked = everyReading();
  const before = new Map<Asked, string>();
  for (const one of asked.filter(readsTexts)) before.set(one, (await answerTo(one)).text);
  await writeLimited();
  let answered = 0;
  for (const one of asked) {
    const { status, text } = await answerTo(one);
    const what = `${one.name} ${one.address} ${status}`;
    expect(status, what).toBeLessThan(500);
    expect(told(one.name, text), `${what}: ${text.slice(0, 600)}`).toEqual([]);
    const was = before.get(one);
    if (was !== undefined) expect.soft(withoutMoments(text), what).toBe(withoutMoments(was));
    if (status === 200) answered += 1;
  }
  expect(answered).toBeGreaterThan(100);
  expect(faults).toEqual([]);
  // That the words are looked for where they stand: who decides on it reads them.
  const seen = await call(editor, `/api/content/${limited}`, {});
  expect(told("newsroom.get", seen.text)).toEqual(expect.arrayContaining([TITLE, WORDS]));
});

test("no act of somebody who is not named tells of it, whatever it is asked of", async () => {
  const changing = procedures.filter(({ name, method }) => method !== "GET" && name.startsWith("newsroom."));
  let asked = 0;
  for (const one of changing) {
    const inputs = one.input ? [validInput(one.input, limited)] : [];
    // Of an own text, with the limited one in every other place.
    if (one.path.startsWith("/content/{id}")) inputs.push({ ...inputs[0], id: own });
    for (const input of inputs.filter((sent) => JSON.stringify(sent).includes(limited))) {
      const { status, text } = await call(unnamed, ...requestFor(one, input));
      const what = `${one.name} ${status}: ${text.slice(0, 300)}`;
      expect(status, what).toBeLessThan(500);
      if (one.path.startsWith("/content/{id}") && input.id === limited)
        expect([403, 404], what).toContain(status);
      expect(
        [TITLE, WORDS, REMARK].filter((secret) => text.includes(secret)),
        what,
      ).toEqual([]);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(60);
  expect(faults).toEqual([]);
  await rememberTexts(db.database, null);
  const same = { title: `${TITLE} về một việc chưa công bố`, plain: body.content[0]!.content[0]!.text };
  expect((await send(unnamed, "POST", "/content/similar", same)).similar).toEqual([]);
  expect((await send(writer, "POST", "/content/similar", same)).similar).toHaveLength(1);
});

test("neither its story nor the tip that it came of tells of it", async () => {
  const unitId = sampleUnitId("phong-mau-a");
  const story = await send(editor, "POST", "/stories", { title: "Đề tài của cả cơ quan", unitId });
  const planned = await send(editor, "POST", `/stories/${story.id}/deliverables`, {
    kind: "news",
    channel: "portal",
    unitId,
    dueAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const product = planned.deliverables[0].id;
  await send(editor, "POST", `/deliverables/${product}/link`, { itemId: limited });
  const sent = { id: uuidv7(), unitId, kind: "news", words: "Một tin gửi cho biên tập về việc của phòng." };
  await send(unnamed, "POST", "/tips", sent);
  await send(editor, "POST", `/tips/${sent.id}/join`, { itemId: limited });
  Object.assign(objects, { stories: story.id, tips: sent.id });
  const asked = everyReading().filter(({ name }) => name.startsWith("newsroom."));
  for (const one of asked) {
    const { status, text } = await answerTo(one);
    expect(told(one.name, text), `${one.address} ${status}: ${text.slice(0, 600)}`).toEqual([]);
    if (/^newsroom\.get(Story|Tip)$/.test(one.name)) expect(status, one.address).toBe(200);
  }
});

test("who decides and who is named see it, and with its publication everybody", async () => {
  const statusFor = async (actor: Actor) => (await call(actor, `/api/content/${limited}`, {})).status;
  const leader = person("leadership", ["leadership", "lanh-dao"]);
  const colleague = person("office", ["head", "phong-mau-b"]);
  const noticesOf = async (actor: Actor) => (await call(actor, "/api/notices", {})).text;
  for (const [actor, status] of [
    [writer, 200],
    [editor, 200],
    [leader, 200],
    [unnamed, 404],
    [colleague, 404],
  ] as const)
    expect(await statusFor(actor), actor.appointments[0]!.role).toBe(status);
  const limit = (json: object) =>
    send(writer, "PUT", `/content/${limited}/readers`, { limited: true, ...json });
  await limit({ personIds: [unnamed.personId] });
  expect(await statusFor(unnamed)).toBe(200);
  expect(await noticesOf(unnamed)).toContain(`cho bạn xem một bài chỉ người được nêu tên xem được: ${TITLE}`);
  await limit({ unitIds: [sampleUnitId("phong-mau-b")] });
  expect(await statusFor(colleague)).toBe(200);
  expect(await statusFor({ ...unnamed, appointments: [unnamed.appointments[0]!] })).toBe(404);
  // Its title would be told in the history of the others.
  const together = await call(writer, `/api/content/${limited}/bundle`, {
    method: "PUT",
    body: JSON.stringify({ itemIds: [own] }),
    headers: { "content-type": "application/json" },
  });
  expect([together.status, together.text]).toEqual([422, expect.stringContaining("duyệt riêng")]);
  await limit({});
  const { rows } = await db.pool.query(
    "select act, after from audit_entry where object_id = $1 and act = 'limit-readers' order by id",
    [limited],
  );
  expect(rows.map(({ after }) => after.readers.length)).toEqual([0, 1, 1, 0]);

  const { current: text } = JSON.parse((await call(writer, `/api/content/${limited}`, {})).text);
  const exact = { revisionId: text.id, hash: text.hash };
  await send(writer, "POST", `/content/${limited}/submit`, exact);
  await send(editor, "POST", `/content/${limited}/approve`, exact);
  await send(editor, "POST", `/content/${limited}/schedule`, {});
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  expect(await statusFor(unnamed)).toBe(200);
});
