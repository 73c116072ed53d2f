import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { readConfig } from "#platform/config/config.ts";
import { openSecret } from "#platform/config/own-secret.ts";
import { readSecrets } from "#platform/config/secrets.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile, removeFiles } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { createSite } from "../src/apps/site.ts";
import { workingDaysBetween, workingDaysOn } from "../src/capabilities/feedback/clock.ts";
import { readsLikeComplaint } from "../src/capabilities/feedback/complaint.ts";
import { type FeedbackState, lightOf } from "../src/capabilities/feedback/feedback.ts";
import { approveAnswer } from "../src/capabilities/feedback/handling/approve-answer.ts";
import { askSender } from "../src/capabilities/feedback/handling/ask-sender.ts";
import { classifyFeedback } from "../src/capabilities/feedback/handling/classify-feedback.ts";
import { draftAnswer } from "../src/capabilities/feedback/handling/draft-answer.ts";
import { extendFeedback } from "../src/capabilities/feedback/handling/extend-feedback.ts";
import { forwardFeedback } from "../src/capabilities/feedback/handling/forward-feedback.ts";
import { mergeFeedback } from "../src/capabilities/feedback/handling/merge-feedback.ts";
import { recordOfficialCode } from "../src/capabilities/feedback/handling/record-official-code.ts";
import { refuseFeedback } from "../src/capabilities/feedback/handling/refuse-feedback.ts";
import { returnAnswer } from "../src/capabilities/feedback/handling/return-answer.ts";
import { revealSender } from "../src/capabilities/feedback/handling/reveal-sender.ts";
import { listFeedback } from "../src/capabilities/feedback/list-feedback.ts";
import { actAsSender } from "../src/capabilities/feedback/own/act-as-sender.ts";
import { feedbackOfLink, ownLink } from "../src/capabilities/feedback/own/own-link.ts";
import { presentFeedback } from "../src/capabilities/feedback/present-feedback.ts";
import { coverPicture } from "../src/capabilities/feedback/publishing/cover-picture.ts";
import { preparePublication } from "../src/capabilities/feedback/publishing/prepare-publication.ts";
import {
  publicationOf,
  similarPublications,
} from "../src/capabilities/feedback/publishing/publication-queries.ts";
import { publishOutcome, unpublishOutcome } from "../src/capabilities/feedback/publishing/publish-outcome.ts";
import { enterFeedback } from "../src/capabilities/feedback/receiving/enter-feedback.ts";
import { draftQuestions } from "../src/capabilities/feedback/suggesting/draft-questions.ts";
import { presentOftenAsked } from "../src/capabilities/feedback/suggesting/often-asked-queries.ts";
import { suggestOftenAsked } from "../src/capabilities/feedback/suggesting/suggest-often-asked.ts";
import { composeMail, forgetSenders } from "../src/capabilities/feedback/tell-sender.ts";
import { watchFeedback } from "../src/capabilities/feedback/watch-feedback.ts";
import { people } from "../src/capabilities/newsroom/newsroom.fixture.ts";

const ORIGIN = "https://so-mau.example.vn";
const folder = mkdtempSync(join(tmpdir(), "feedback-"));
const config = readConfig({
  GANDAN_DATA: folder,
  GANDAN_BASE_URL: ORIGIN,
  GANDAN_TRUST_PROXY: "on",
  SMTP_URL: "smtp://127.0.0.1:2525?from=cong@mau.example",
});
const { auth: secret } = readSecrets(config.secretFile);

let db: TestDatabase;
let site: Hono;
let fieldId: string;
beforeAll(async () => {
  db = await testDatabase("sample");
  keepFilesIn(folder);
  openSecret(config);
  site = createSite({ database: db.database, config }, (error) => {
    throw error;
  });
  fieldId = (await db.pool.query("select id from feedback_field where unit_id = $1 limit 1", [unitId]))
    .rows[0].id;
});
afterAll(() => {
  openSecret(null);
  vi.useRealTimers();
});

const unitId = sampleUnitId("phong-mau-a");
const as = <T>(actor: Actor, act: (current: Work) => Promise<T>, at?: Date) =>
  work(db.database, actor, act, at ? { at } : {});

let caller = 0;
const post = async (path: string, fields: Record<string, string>, files: File[] = []) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const file of files) body.append("anh", file);
  caller += 1;
  const answer = await site.request(`${ORIGIN}${path}`, {
    method: "POST",
    body,
    headers: { origin: ORIGIN, "x-forwarded-for": `10.9.${caller >> 8}.${caller & 255}` },
  });
  return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
};
const hidden = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!.replace(/&quot;/g, '"').replace(/&amp;/g, "&"),
    ]),
  );
const opened = async (path: string) => {
  const answer = await site.request(`${ORIGIN}${path}`);
  return { status: answer.status, html: await answer.text() };
};

/** A picture with a place in it. */
const picture = async () => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#a33" } })
    .withExif({ IFD0: { Make: "MayMau" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 10/1 0/1" } })
    .jpeg()
    .toBuffer();
  return new File([new Uint8Array(bytes)], "hien-truong.jpg", { type: "image/jpeg" });
};

const WORDS = "Cán bộ tiếp nhận hẹn ba lần mà chưa trả kết quả, đề nghị kiểm tra lại giúp tôi.";

/** Goes through the form as a reader does, whose clock is moved on between the first step and the last. */
async function send(words = WORDS, contact: Record<string, string> = {}, files: File[] = []) {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 6000 });
  let { html } = await opened("/phan-anh/gui");
  html = (await post("/phan-anh/gui", { ...hidden(html), loai: "conduct", "linh-vuc": fieldId })).html;
  html = (await post("/phan-anh/gui", { ...hidden(html), "loi-ke": words, noi: "Một cửa" })).html;
  html = (await post("/phan-anh/gui", { ...hidden(html), ...contact })).html;
  vi.setSystemTime(Date.now() + 5000);
  const sent = await post("/phan-anh/gui", hidden(html), files);
  vi.useRealTimers();
  return { ...sent, form: hidden(html) };
}
const linkOf = (location: string | null) => /theo-doi\/([^?]+)/.exec(location ?? "")![1]!;
const rowOf = async (link: string) => (await feedbackOfLink(db.database, people.clerk.agencyId, link))!;
const received = async (words?: string, contact?: Record<string, string>, files?: File[]) =>
  rowOf(linkOf((await send(words, contact, files)).location));
const given = async (words?: string, contact?: Record<string, string>) => {
  const row = await received(words, contact);
  await as(people.clerk, (current) =>
    classifyFeedback(current, {
      id: row.id,
      kind: "conduct",
      fieldId,
      unitId: null,
      procedureCode: null,
      reason: null,
    }),
  );
  return row;
};
const stateOf = async (id: string) =>
  (await db.pool.query("select state from feedback where id = $1", [id])).rows[0].state as FeedbackState;

test("clocks count working days, and stand while somebody is asked", () => {
  const off = (day: string) =>
    [6, 7].includes(Temporal.PlainDate.from(day).dayOfWeek) || day === "2026-09-02";
  expect(workingDaysOn("2026-08-28", 5, off)).toBe("2026-09-07");
  expect(workingDaysBetween("2026-08-28", "2026-09-07", off)).toBe(5);
  expect(workingDaysBetween("2026-08-28", "2026-08-28", off)).toBe(0);
  const one = { classifyDueOn: "2026-09-03", dueOn: "2026-09-10", answeredOn: null };
  expect(lightOf({ ...one, state: "received" }, "2026-09-04", "2026-09-08")).toBe("overdue");
  expect(lightOf({ ...one, state: "classified" }, "2026-09-04", "2026-09-08")).toBe("open");
  expect(lightOf({ ...one, state: "in-progress" }, "2026-09-08", "2026-09-10")).toBe("near");
  expect(lightOf({ ...one, state: "need-info" }, "2026-12-01", "2026-12-03")).toBe("paused");
  expect(lightOf({ ...one, state: "answered", answeredOn: "2026-09-11" }, "2026-12-01", "2026-12-03")).toBe(
    "late",
  );
});

test.each([
  ["Tôi làm đơn tố cáo ông trưởng phòng nhận tiền của dân.", "denunciation"],
  ["Cán bộ nhận hối lộ khi cấp phép.", "denunciation"],
  ["Tôi khiếu nại quyết định xử phạt số 12.", "complaint"],
  ["Tôi không đồng ý với quyết định xử phạt vừa nhận.", "complaint"],
  ["Cho tôi hỏi thủ tục khiếu nại gồm những bước nào?", null],
  ["Đây không phải tố cáo, tôi chỉ góp ý về giờ mở cửa.", null],
  ["Lịch tiếp công dân giải quyết khiếu nại tháng 12 ở đâu?", null],
  ["Nhà văn hóa khóa cửa cả tuần.", null],
])("reads like a complaint or not: %s", (words, sort) => {
  expect(readsLikeComplaint(words)).toBe(sort);
});

describe("the public form", () => {
  test("goes step by step without a script, keeps nothing before the last, and is taken once", async () => {
    const before = (await db.pool.query("select count(*)::int n from feedback")).rows[0].n;
    const first = await opened("/phan-anh/gui");
    expect(first.html).toContain("Bước 1 trên 4");
    const lacking = await post("/phan-anh/gui", { ...hidden(first.html) });
    expect([lacking.status, lacking.html.includes("Chọn một việc gần nhất")]).toEqual([422, true]);
    const sent = await send(WORDS, { ten: "Nguyễn Mẫu", thu: "nguoi-gui@mau.example" }, [await picture()]);
    expect(sent.status).toBe(303);
    const row = await rowOf(linkOf(sent.location));
    expect(row).toMatchObject({ state: "received", source: "portal", fieldId, isNamed: true, words: WORDS });
    expect(`${row.senderSealed} ${row.mailSealed}`).not.toMatch(/Nguyễn|nguoi-gui/);
    // The same form again, from another place: one row, one first mail.
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10_000 });
    const again = await post("/phan-anh/gui", sent.form);
    vi.useRealTimers();
    expect(linkOf(again.location)).toBe(linkOf(sent.location));
    expect((await db.pool.query("select count(*)::int n from feedback")).rows[0].n).toBe(before + 1);
    const events = await db.pool.query("select mail_id from feedback_event where feedback_id = $1", [row.id]);
    expect(events.rows.map(({ mail_id }) => mail_id !== null)).toEqual([true]);
    const [kept] = (await db.pool.query("select id from feedback_picture where feedback_id = $1", [row.id]))
      .rows;
    const facts = await sharp((await readFile(kept.id))!).metadata();
    expect([facts.width, facts.exif]).toEqual([60, undefined]);
  });

  test("a complaint is shown its door and nothing of it is kept; who wrote decides", async () => {
    const words = "Tôi làm đơn tố cáo cán bộ tiếp nhận nhận tiền của tôi để làm nhanh hồ sơ.";
    const { html } = await opened("/phan-anh/gui");
    const form = { ...hidden(html), loai: "conduct" };
    const at = await post("/phan-anh/gui", form);
    const door = await post("/phan-anh/gui", { ...hidden(at.html), "loi-ke": words });
    expect(door.html).toContain("giống một đơn tố cáo");
    const skipped = await post("/phan-anh/gui", { ...form, buoc: "xem-lai", "loi-ke": words });
    expect(skipped.html).toContain("giống một đơn tố cáo");
    const stays = await db.pool.query("select 1 from feedback where words = $1", [words]);
    expect(stays.rowCount).toBe(0);
    const own = await post("/phan-anh/gui", { ...hidden(door.html), "khong-phai": "co" });
    expect(own.html).toContain("Bước 3 trên 4");
  });

  test("programs and haste are turned back, and what was typed stays", async () => {
    const { html } = await opened("/phan-anh/gui");
    const typed = { ...hidden(html), buoc: "xem-lai", loai: "question", "loi-ke": WORDS };
    const early = await post("/phan-anh/gui", typed);
    expect([early.status, early.html.includes("gửi quá nhanh"), early.html.includes(WORDS)]).toEqual([
      422,
      true,
      true,
    ]);
    const forged = await post("/phan-anh/gui", { ...typed, ma: "a.b.c" });
    expect(forged.status).toBe(422);
    const links = await post("/phan-anh/gui", { ...typed, "loi-ke": "Mua ngay https://a.vn ".repeat(5) });
    expect(links.html).toContain("nhiều đường dẫn quá");
  });

  test("the private address shows it, the code alone nothing, and a changed one is none", async () => {
    const row = await received();
    const shown = await opened(`/phan-anh/theo-doi/${ownLink(row)}`);
    expect(shown.html).toContain(WORDS);
    expect(shown.html).toContain("noindex");
    for (const wrong of [row.code, `${row.code}-${"A".repeat(43)}`, ownLink(row).toLowerCase()])
      expect((await opened(`/phan-anh/theo-doi/${wrong}`)).status).toBe(404);
  });
});

describe("handling", () => {
  test("from the field to its unit, to an answer that a second person lets out, told once each", async () => {
    const row = await given(WORDS, { thu: "nguoi-gui@mau.example" });
    const { id } = row;
    await expect(as(people.writer, (w) => approveAnswer(w, { id, answer: "x" }))).rejects.toThrow(Forbidden);
    await as(people.head, (w) => draftAnswer(w, { id, answer: "Đã trả kết quả.", basis: "", send: true }));
    // Its author may not let it out, nor can it be changed meanwhile.
    await expect(as(people.head, (w) => approveAnswer(w, { id, answer: "Đã trả kết quả." }))).rejects.toThrow(
      "người khác phải duyệt",
    );
    await expect(
      as(people.writer, (w) => draftAnswer(w, { id, answer: "Khác.", basis: "", send: true })),
    ).rejects.toThrow(Forbidden);
    await as(people.leader, (w) => returnAnswer(w, { id, reason: "Nêu ngày trả." }));
    const answer = "Đã trả kết quả ngày 25/11/2026.";
    await as(people.writer, (w) => draftAnswer(w, { id, answer, basis: "", send: true }));
    await expect(
      as(people.leader, (w) => approveAnswer(w, { id, answer: "Đã trả kết quả." })),
    ).rejects.toThrow(Conflict);
    await as(people.leader, (w) => approveAnswer(w, { id, answer }));
    expect(await stateOf(id)).toBe("answered");
    const { rows } = await db.pool.query(
      "select act, mail_id from feedback_event where feedback_id = $1 order by at, id",
      [id],
    );
    expect(rows.map(({ act }) => act)).toEqual([
      "receive-feedback",
      "classify-feedback",
      "approve-feedback-answer",
    ]);
    expect(new Set(rows.map(({ mail_id }) => mail_id)).size).toBe(3);
    const mail = await composeMail(db.database, rows[2].mail_id, {
      baseUrl: ORIGIN,
      secret,
      secretFile: config.secretFile,
    });
    expect(mail).toMatchObject({ to: "nguoi-gui@mau.example", sealed: true });
    expect(mail!.text).toContain(answer);
    expect(mail!.text).toContain(`${ORIGIN}/phan-anh/theo-doi/${ownLink(row)}`);
    await expect(
      db.pool.query("update feedback set approved_by = drafted_by where id = $1", [id]),
    ).rejects.toThrow("feedback_two_people");
  });

  test("asked, it waits; its days move on by as many working days as it stood; its sender goes on by himself", async () => {
    const row = await given();
    const asked = new Date("2026-09-07T03:00:00Z");
    await as(people.writer, (w) => askSender(w, { id: row.id, question: "Ở quầy nào?" }), asked);
    expect(await stateOf(row.id)).toBe("need-info");
    const due = (await rowOf(ownLink(row))).dueOn;
    await actAsSender(
      db.database,
      row,
      { act: "add", words: "Quầy số 3.", files: [] },
      new Date("2026-09-14T03:00:00Z"),
    );
    const after = await rowOf(ownLink(row));
    expect([after.state, after.pausedOn]).toEqual(["classified", null]);
    const weekends = (day: string) => [6, 7].includes(Temporal.PlainDate.from(day).dayOfWeek);
    expect(workingDaysBetween(due, after.dueOn, weekends)).toBe(5);
  });

  test("extended once, before its day; moved with a reason; refused, forwarded and merged with a trace", async () => {
    const row = await given();
    await as(people.head, (w) => extendFeedback(w, { id: row.id, reason: "Cần xác minh thêm." }));
    await expect(as(people.head, (w) => extendFeedback(w, { id: row.id, reason: "Nữa." }))).rejects.toThrow(
      "Đã gia hạn một lần",
    );
    const move = {
      id: row.id,
      kind: "conduct" as const,
      fieldId,
      unitId: sampleUnitId("phong-mau-b"),
      procedureCode: null,
    };
    await expect(as(people.clerk, (w) => classifyFeedback(w, { ...move, reason: null }))).rejects.toThrow(
      Unacceptable,
    );
    await as(people.clerk, (w) => classifyFeedback(w, { ...move, reason: "Thuộc thể thao." }));
    await expect(presentFeedback(db.database, people.head, row.id, new Date())).rejects.toThrow(Forbidden);
    const into = await received();
    await as(people.clerk, (w) => mergeFeedback(w, { id: row.id, intoCode: into.code.toLowerCase() }));
    expect((await rowOf(ownLink(row))).mergedIntoId).toBe(into.id);
    await expect(
      as(people.clerk, (w) => mergeFeedback(w, { id: into.id, intoCode: row.code })),
    ).rejects.toThrow(Unacceptable);
    await as(people.clerk, (w) =>
      forwardFeedback(w, { id: into.id, to: "UBND xã Mẫu", reason: "Thuộc xã." }),
    );
    const shown = await opened(`/phan-anh/theo-doi/${ownLink(into)}`);
    expect(shown.html).toContain("Chuyển đến UBND xã Mẫu. Thuộc xã.");
  });

  test("of what turns out a complaint nothing that was said is kept", async () => {
    const row = await received("Nội dung riêng của một đơn cần có nơi khác nhận.", {}, [await picture()]);
    await actAsSender(db.database, row, { act: "add", words: "Kể thêm chuyện riêng.", files: [] });
    const keys = await as(people.clerk, (w) =>
      refuseFeedback(w, { id: row.id, reason: "complaint", words: "Xin gửi đơn có chữ ký." }),
    );
    await removeFiles(keys);
    const all = await db.pool.query(
      "select f::text || coalesce((select string_agg(e::text, ' ') from feedback_event e where e.feedback_id = f.id), '') t from feedback f where id = $1",
      [row.id],
    );
    expect(all.rows[0].t).not.toMatch(/chuyện riêng|đơn cần/);
    expect([keys.length, await readFile(keys[0]!)]).toEqual([1, null]);
  });

  test("its sender rates, asks once to look again, withdraws", async () => {
    const row = await given();
    await as(people.writer, (w) => draftAnswer(w, { id: row.id, answer: "Đã xem.", basis: "", send: true }));
    await as(people.leader, (w) => approveAnswer(w, { id: row.id, answer: "Đã xem." }));
    const path = `/phan-anh/theo-doi/${ownLink(row)}`;
    await post(path, { viec: "danh-gia", muc: "dissatisfied", "y-kien": "Chưa rõ" });
    expect((await rowOf(ownLink(row))).rating).toBe("dissatisfied");
    await post(path, { viec: "xem-lai", "vi-sao": "Chưa trả lời đúng câu hỏi." });
    const again = await rowOf(ownLink(row));
    expect([again.state, again.rating, again.answerState]).toEqual(["in-progress", null, "drafted"]);
    await as(people.writer, (w) => draftAnswer(w, { id: row.id, answer: "Rõ hơn.", basis: "", send: true }));
    await as(people.leader, (w) => approveAnswer(w, { id: row.id, answer: "Rõ hơn." }));
    expect((await post(path, { viec: "xem-lai", "vi-sao": "Lần nữa." })).status).toBe(422);
    const other = await received();
    expect((await post(`/phan-anh/theo-doi/${ownLink(other)}`, { viec: "rut" })).status).toBe(422);
    await post(`/phan-anh/theo-doi/${ownLink(other)}`, { viec: "rut", chac: "co" });
    expect(await stateOf(other.id)).toBe("withdrawn");
  });

  test("by hand, from its day on; the official code belongs to one; who wrote is seen with a trace and forgotten", async () => {
    const entry = {
      ...{
        id: uuidv7(),
        source: "letter" as const,
        kind: "rule" as const,
        fieldId,
        words: WORDS,
        place: null,
      },
      ...{ name: "Trần Mẫu", phone: "", address: "", mail: "", officialCode: "QG-1" },
    };
    const row = await as(people.clerk, (w) => enterFeedback(w, { ...entry, receivedOn: "2026-09-07" }));
    const same = await as(people.clerk, (w) => enterFeedback(w, { ...entry, receivedOn: "2026-09-07" }));
    expect([same.id, row.dueOn > "2026-09-18"]).toEqual([row.id, true]);
    await expect(
      as(people.clerk, (w) => enterFeedback(w, { ...entry, id: uuidv7(), receivedOn: "2026-09-07" })),
    ).rejects.toThrow(Conflict);
    await expect(
      as(people.clerk, (w) => enterFeedback(w, { ...entry, id: uuidv7(), receivedOn: "2099-01-01" })),
    ).rejects.toThrow(Unacceptable);
    const other = await received();
    await expect(
      as(people.clerk, (w) => recordOfficialCode(w, { id: other.id, officialCode: "qg-1" })),
    ).rejects.toThrow(row.code);
    expect((await as(people.clerk, (w) => revealSender(w, { id: row.id }))).name).toBe("Trần Mẫu");
    await expect(as(people.auditor, (w) => revealSender(w, { id: row.id }))).rejects.toThrow(Forbidden);
    const seen = await db.pool.query(
      "select 1 from audit_entry where act = 'reveal-feedback-sender' and object_id = $1",
      [row.id],
    );
    expect(seen.rowCount).toBe(1);
    await as(people.clerk, (w) =>
      refuseFeedback(w, { id: row.id, reason: "not-ours", words: "Gửi nơi khác." }),
    );
    expect(await forgetSenders(db.database, new Date(Date.now() + 300 * 86_400_000))).toBe(0);
    expect(await forgetSenders(db.database, new Date(Date.now() + 366 * 86_400_000))).toBeGreaterThan(0);
    expect((await rowOf(ownLink(row))).senderSealed).toBeNull();
  });

  test("the queue is counted by the clock as one row is; units see their own; who is late is told once a day due", async () => {
    const now = new Date();
    const all = await listFeedback(db.database, people.clerk, { page: 1 }, now);
    for (const light of ["open", "near", "overdue", "paused", "in-time"] as const) {
      const some = await listFeedback(db.database, people.clerk, { page: 1, light }, now);
      expect(some.feedback.every((row) => row.light === light)).toBe(true);
      expect(some.total).toBe(all.counts[light]);
    }
    const own = await listFeedback(db.database, people.writer, { page: 1 }, now);
    expect(new Set(own.feedback.map(({ unitName }) => unitName)).size).toBe(1);
    expect(own.total).toBeLessThan(all.total);
    const later = new Date(now.getTime() + 60 * 86_400_000);
    const notices = async () =>
      (await db.pool.query("select count(*)::int n from notice where cause like 'feedback-late:%'")).rows[0]
        .n;
    await watchFeedback(db.database, later);
    const once = await notices();
    await watchFeedback(db.database, later);
    expect([once > 0, await notices()]).toEqual([true, once]);
  });
});

describe("an outcome becomes public", () => {
  const secretWords =
    "Ông Nguyễn Văn Mẫu ở số nhà 12 ngõ 5 bảo tôi gọi 0912 345 678 mới trả bản công nhận nghệ nhân.";

  test("as a record of its own, without what tells of anybody, after a second reader; its name only under a consent", async () => {
    const row = await received(secretWords, {}, [await picture()]);
    const { id } = row;
    await as(people.clerk, (w) =>
      classifyFeedback(w, { id, kind: "conduct", fieldId, unitId: null, procedureCode: null, reason: null }),
    );
    await as(people.writer, (w) =>
      draftAnswer(w, { id, answer: "Đã trả ngày 25/11.", basis: "", send: true }),
    );
    await as(people.leader, (w) => approveAnswer(w, { id, answer: "Đã trả ngày 25/11." }));
    const view = await presentFeedback(db.database, people.clerk, id, new Date());
    expect(view.suggested!.question).toBe(
      "Ông [họ tên] ở [địa chỉ] bảo tôi gọi [số điện thoại] mới trả bản công nhận nghệ nhân.",
    );
    expect(view.suggested!.remaining).toEqual([]);
    const texts = {
      id,
      title: "Chậm trả kết quả",
      answer: "Đã trả.",
      place: null,
      tellsDay: false,
      kept: [],
    };
    const marks = [{ x: 0, y: 0, width: 0.5, height: 1 }];
    const pictures = [{ pictureId: view.pictures[0]!.id, alt: "Cửa trả kết quả", marks }];
    await expect(
      as(people.clerk, (w) => preparePublication(w, { ...texts, question: secretWords, pictures })),
    ).rejects.toThrow("Còn giống dữ liệu cá nhân: “Nguyễn Văn Mẫu”");
    const question = view.suggested!.question;
    await as(people.clerk, (w) => preparePublication(w, { ...texts, question, pictures }));
    const { preparedAt, id: publicationId } = (await publicationOf(db.database, row.agencyId, id))!;
    const path = `/phan-anh/ket-qua/${row.code}`;
    expect((await opened(path)).status).toBe(404);
    await expect(as(people.clerk, (w) => publishOutcome(w, { id, preparedAt }))).rejects.toThrow(
      "người khác phải đọc lại",
    );
    await expect(
      as(people.leader, (w) => publishOutcome(w, { id, preparedAt: new Date(0) })),
    ).rejects.toThrow(Conflict);
    await as(people.leader, (w) => publishOutcome(w, { id, preparedAt }));
    const shown = await opened(path);
    expect([shown.status, shown.html.includes("[số điện thoại]")]).toEqual([200, true]);
    expect(shown.html).not.toMatch(/Nguyễn Văn Mẫu|0912|ngõ 5|\d\d\/11\/2026, sau/);
    const [kept] = (
      await db.pool.query("select id from feedback_publication_picture where publication_id = $1", [
        publicationId,
      ])
    ).rows;
    expect(shown.html).toContain(`/phan-anh-anh/${kept.id}`);
    expect((await site.request(`${ORIGIN}/phan-anh-anh/${kept.id}`)).status).toBe(200);
    expect((await site.request(`${ORIGIN}/feedback-pictures/${pictures[0]!.pictureId}`)).status).toBe(404);
    expect((await opened("/phan-anh")).html).toContain("Chậm trả kết quả");
    expect((await opened("/tim-kiem?q=Chậm+trả+kết+quả")).html).toContain(path);
    // Who writes of the same is shown it before sending.
    const near = await similarPublications(
      db.database,
      row.agencyId,
      "Gọi mãi mới trả bản công nhận nghệ nhân",
    );
    expect(near.map(({ code }) => code)).toContain(row.code);
    const own = `/phan-anh/theo-doi/${ownLink(row)}`;
    expect((await post(own, { viec: "neu-ten", "ten-hien": "Bà Mẫu" })).status).toBe(422);
    await post(own, { viec: "neu-ten", "ten-hien": "Bà Mẫu", "dong-y": "co" });
    expect((await publicationOf(db.database, row.agencyId, id))!.senderName).toBe("Bà Mẫu");
    await post(own, { viec: "thoi-neu-ten" });
    expect((await publicationOf(db.database, row.agencyId, id))!.senderName).toBeNull();
    const consents = await db.pool.query(
      "select words_shown, withdrawn_at from feedback_consent where feedback_id = $1",
      [id],
    );
    expect(consents.rows).toEqual([
      { words_shown: expect.stringContaining("rút lại"), withdrawn_at: expect.any(Date) },
    ]);
    const cases = async () =>
      (
        await db.pool.query(
          "select state from content_suggestion where source = 'feedback-case' and source_key = $1",
          [publicationId],
        )
      ).rows;
    expect(await cases()).toEqual([{ state: "open" }]);
    await as(people.editor, (w) => unpublishOutcome(w, { id, reason: "Người gửi đề nghị." }));
    const gone = await opened(path);
    expect([gone.status, gone.html.includes("Người gửi đề nghị."), gone.html.includes("nghệ nhân")]).toEqual([
      410,
      true,
      false,
    ]);
    expect((await site.request(`${ORIGIN}/phan-anh-anh/${kept.id}`)).status).toBe(404);
    expect(await cases()).toEqual([{ state: "withdrawn" }]);
    expect((await opened("/tim-kiem?q=Chậm+trả+kết+quả")).html).not.toContain(path);
  });

  test("what is marked in a picture cannot be made out in the file", async () => {
    const stripes = Buffer.alloc(80 * 40 * 3);
    for (let at = 0; at < 80 * 40; at += 1) stripes.fill(at % 2 === 0 ? 255 : 0, at * 3, at * 3 + 3);
    const original = await sharp(stripes, { raw: { width: 80, height: 40, channels: 3 } })
      .png()
      .toBuffer();
    const { bytes } = await coverPicture(original, [{ x: 0, y: 0, width: 0.5, height: 1 }]);
    const spread = async (left: number) => {
      const part = await sharp(bytes).extract({ left, top: 4, width: 32, height: 32 }).png().toBuffer();
      return (await sharp(part).stats()).channels[0]!.stdev;
    };
    expect(await spread(4)).toBeLessThan(12);
    expect(await spread(44)).toBeGreaterThan(60);
  });
});

test("what several people ask is suggested to the newsroom once, without what tells of them", async () => {
  const ask = (who: string) =>
    received(`Tôi là ${who}, xin hỏi lệ phí cấp biển hiệu cơ sở thể dục là bao nhiêu và nộp ở đâu?`);
  const rows = [await ask("Lê Văn Mẫu"), await ask("Đỗ Thị Mẫu"), await ask("Phạm Mẫu Sơn")];
  await suggestOftenAsked(db.database);
  await suggestOftenAsked(db.database);
  const found = await db.pool.query(
    "select title, why from content_suggestion where source = 'feedback-often' and source_key = $1",
    [rows[0]!.id],
  );
  expect(found.rows).toEqual([
    { title: expect.stringContaining("lệ phí cấp biển hiệu"), why: expect.stringContaining(rows[2]!.code) },
  ]);
  expect(found.rows[0].title).not.toContain("Lê Văn Mẫu");

  // One act makes it a draft of the newsroom, in the name of who does it, once whoever of the group is named.
  const given = { unitId, title: "Hỏi đáp: lệ phí cấp biển hiệu" };
  await expect(as(people.writer, (w) => draftQuestions(w, { ...given, id: rows[0]!.id }))).rejects.toThrow(
    Forbidden,
  );
  await expect(as(people.editor, (w) => draftQuestions(w, { ...given, id: uuidv7() }))).rejects.toThrow(
    NotFound,
  );
  const seen = (await presentOftenAsked(db.database, people.editor, new Date())).groups.find(({ asked }) =>
    asked.some(({ id }) => id === rows[1]!.id),
  )!;
  expect(seen).toMatchObject({ drafts: [], answer: null });
  expect(JSON.stringify(seen)).not.toMatch(/Lê Văn Mẫu|Đỗ Thị Mẫu/u);
  const both = await Promise.allSettled(
    [rows[0]!, rows[1]!].map(({ id }) => as(people.editor, (w) => draftQuestions(w, { ...given, id }))),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const { rows: drafts } = await db.pool.query(
    `select i.state, i.kind, i.created_by, r.title, r.body::text as body,
       (select string_agg(c.body, ' ') from content_comment c where c.item_id = i.id) as told
     from content_item i join content_revision r on r.id = i.current_revision_id
     where i.id in (select content_id from feedback_question_draft where feedback_id = $1)`,
    [rows[2]!.id],
  );
  expect(drafts).toEqual([
    {
      ...{ state: "draft", kind: "questions-answers", created_by: people.editor.personId },
      ...{ title: given.title, body: expect.stringContaining("lệ phí cấp biển hiệu") },
      told: expect.stringContaining(rows[1]!.code),
    },
  ]);
  expect(drafts[0].body).not.toContain("Lê Văn Mẫu");
  // A fourth who asks the same belongs to what was made.
  const fourth = await ask("Vũ Mẫu");
  await expect(as(people.editor, (w) => draftQuestions(w, { ...given, id: fourth.id }))).rejects.toThrow(
    Conflict,
  );
  await suggestOftenAsked(db.database);
  expect(
    (
      await db.pool.query(
        "select state from content_suggestion where source = 'feedback-often' and source_key = $1",
        [rows[0]!.id],
      )
    ).rows,
  ).toEqual([{ state: "withdrawn" }]);
});
