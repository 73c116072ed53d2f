import fc from "fast-check";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { findTexts } from "#platform/search/find-texts.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { approveContent } from "./approve-content.ts";
import { auditNames } from "./audit-names.ts";
import { clearPostCheck } from "./clear-post-check.ts";
import type { ContentState } from "./content-item.ts";
import { eventsOf, listContent, workFor } from "./content-queries.ts";
import { correctContent, decideCorrection } from "./correct-content.ts";
import { discardDraft, restoreDraft } from "./discard-draft.ts";
import { draftContent } from "./draft-content.ts";
import { linkContent } from "./link-content.ts";
import { fields, newsroomOf, ownTitle, people } from "./newsroom.fixture.ts";
import { publishDueContent } from "./publish-due-content.ts";
import { publishedBySlug } from "./published.ts";
import { returnContent } from "./return-content.ts";
import { presentApprovalSheet } from "./review/approval-sheet.ts";
import { saveContent } from "./save-content.ts";
import { scheduleContent, scheduleUrgently, takeBack } from "./schedule-content.ts";
import { recallContent, submitForReview } from "./submit-for-review.ts";
import { removeContent, withdrawContent } from "./withdraw-content.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});
const { as, exact, draft, submitted, approved, scheduled, item } = newsroomOf(() => db.database);
const { writer, head, editor, secondEditor, leader, clerk, auditor, administrator } = people;

const proofsOf = async (id: string) =>
  (await db.pool.query("select * from evidence where source = 'newsroom' and source_id = $1", [id])).rows;
const save = async (id: string, title: string, saveId = uuidv7(), base?: string) =>
  as(writer, async (current) =>
    saveContent(current, {
      id,
      saveId,
      baseRevisionId: base ?? (await item(id)).currentRevisionId,
      fields: fields(title),
    }),
  );
const publishNow = async (title: string) => {
  const id = await scheduled(title);
  await publishDueContent(db.database, new Date(Date.now() + 60_000));
  return id;
};

describe("writing", () => {
  test("a contributor begins a text only in the own unit", async () => {
    const other = (await db.pool.query("select id from unit where slug = 'khtc'")).rows[0].id;
    await expect(as(writer, (w) => draftContent(w, { kind: "news", unitId: other }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(auditor, (w) => draftContent(w, { kind: "news", unitId: other }))).rejects.toThrow(
      Forbidden,
    );
    await expect(as(editor, (w) => draftContent(w, { kind: "khong-co", unitId: other }))).rejects.toThrow(
      Unacceptable,
    );
  });

  test("each save is a new revision, the same save sent twice is one, and an unchanged text is none", async () => {
    const id = await draft("Bản một");
    const saveId = uuidv7();
    const base = (await item(id)).currentRevisionId;
    const [first, again] = [await save(id, "Bản hai", saveId, base), await save(id, "Bản hai", saveId, base)];
    expect([first.revision.number, again.revision.number]).toEqual([2, 2]);
    expect((await save(id, "Bản hai")).revision.number).toBe(2);
  });

  test("a link that leads nowhere is left out and named, and keeps none of the words from being saved", async () => {
    const id = await draft("Liên kết hỏng");
    const words = { type: "text", text: "xem tại đây", marks: [{ type: "bold" }] };
    const linked = (href: string) => ({
      ...fields("Liên kết hỏng, chữ còn"),
      body: {
        type: "doc" as const,
        content: [
          {
            type: "paragraph",
            content: [{ ...words, marks: [...words.marks, { type: "link", attrs: { href } }] }],
          },
        ],
      },
    });
    const sent = async (href: string) =>
      as(writer, async (current) =>
        saveContent(current, {
          id,
          saveId: uuidv7(),
          baseRevisionId: (await item(id)).currentRevisionId,
          fields: linked(href),
        }),
      );
    const refused = await sent("javascript:alert(1)");
    expect(refused.refusedLinks).toEqual([{ address: "javascript:alert(1)", words: "xem tại đây" }]);
    expect(refused.revision.title).toBe("Liên kết hỏng, chữ còn");
    expect(refused.revision.body.content).toEqual([{ type: "paragraph", content: [words] }]);
    const kept = await sent("https://abc.vn");
    expect(kept.refusedLinks).toEqual([]);
    expect(kept.revision.body).toEqual(linked("https://abc.vn").body);
  });

  test("a draft begun twice by the same sending is one; somebody else's id is no way into it", async () => {
    const begin = (actor: Actor, id: string) =>
      as(actor, (w) => draftContent(w, { id, kind: "news", unitId: sampleUnitId("phong-mau-a") }));
    const id = uuidv7();
    expect(await Promise.all([begin(writer, id), begin(writer, id)])).toEqual([id, id]);
    const { rows } = await db.pool.query("select number from content_revision where item_id = $1", [id]);
    expect(rows).toEqual([{ number: 1 }]);
    await expect(begin(editor, id)).rejects.toThrow(Conflict);
  });

  test("a draft that was never submitted is put aside, listed apart, and taken up again within 30 days", async () => {
    const id = await draft("Nháp không dùng nữa");
    const listed = async (states: ContentState[]) =>
      (await listContent(db.database, writer, { states, q: "nháp không dùng nữa" })).rows.length;
    await as(writer, (w) => discardDraft(w, { id }));
    expect([await listed([]), await listed(["draft"]), await listed(["discarded"])]).toEqual([0, 0, 1]);
    expect((await workFor(db.database, writer)).drafts.map(({ item: found }) => found.id)).not.toContain(id);
    await expect(save(id, "Sửa bản đã bỏ")).rejects.toThrow("khôi phục trước khi sửa");
    await as(writer, (w) => restoreDraft(w, { id }));
    expect(await listed([])).toBe(1);
    await as(writer, (w) => discardDraft(w, { id }), new Date(Date.now() - 31 * 86_400_000));
    expect(await listed(["discarded"])).toBe(0);
    await expect(as(writer, (w) => restoreDraft(w, { id }))).rejects.toThrow("quá 30 ngày");
    const { rows } = await db.pool.query(
      "select act from audit_entry where object_id = $1 and act in ('discard-content', 'restore-content') order by at",
      [id],
    );
    expect(rows).toHaveLength(3);
  });

  test("a draft is discarded by its writer or who keeps order, never once somebody was asked to look at it", async () => {
    const id = await draft("Nháp của người viết");
    const other = {
      ...secondEditor,
      appointments: [{ role: "contributor" as const, unitId: sampleUnitId("phong-mau-a") }],
    };
    await expect(as(other, (w) => discardDraft(w, { id }))).rejects.toThrow("của người khác");
    await as(head, (w) => discardDraft(w, { id }));
    const told = await db.pool.query("select title from notice where person_id = $1 and cause like $2", [
      writer.personId,
      `content-discarded:${id}:%`,
    ]);
    expect(told.rows).toEqual([{ title: "head đã bỏ bản nháp: Nháp của người viết" }]);
    const shown = await submitted("Đã gửi rồi rút");
    await as(writer, (w) => recallContent(w, { id: shown }));
    await expect(as(writer, (w) => discardDraft(w, { id: shown }))).rejects.toThrow("từng gửi duyệt");
  });

  test("a save on a stale revision is answered with the newer text and overwrites nothing", async () => {
    const id = await draft("Hai người cùng sửa");
    const base = (await item(id)).currentRevisionId;
    await save(id, "Bản của người kia", uuidv7(), base);
    const refused = await save(id, "Bản của tôi", uuidv7(), base).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Conflict);
    expect((refused as Conflict).data).toMatchObject({ current: { title: "Bản của người kia" } });
  });

  test("texts are stored composed (NFC) and without marks that turn a line around, whatever is sent", async () => {
    const id = await as(writer, (w) =>
      draftContent(w, {
        kind: "news",
        unitId: writer.appointments[0]!.unitId!,
        fields: fields("\u202eBài\u202c".normalize("NFD"), {
          body: {
            type: "doc",
            content: [
              { type: "paragraph", content: [{ type: "text", text: "\u2067\u200b" }] },
              { type: "paragraph", content: [{ type: "text", text: "\u202eMột cửa 👨‍👩‍👧" }] },
            ],
          },
        }),
      }),
    );
    const [row] = (await db.pool.query("select title, body from content_revision where item_id = $1", [id]))
      .rows;
    expect(row.title).toBe("Bài".normalize("NFC"));
    expect(row.body.content).toEqual([
      { type: "paragraph", content: [] },
      { type: "paragraph", content: [{ type: "text", text: "Một cửa 👨‍👩‍👧" }] },
    ]);
  });

  test("texts are found in the list without diacritics", async () => {
    const id = await draft("Đường về một cửa");
    const { rows } = await listContent(db.database, editor, { q: "duong ve MOT" });
    expect(rows.map(({ item: { id: found } }) => found)).toEqual([id]);
  });

  test("an unfinished text is kept, but not submitted; what is missing is named with its field", async () => {
    const id = await as(writer, async (w) =>
      draftContent(w, { kind: "news", unitId: writer.appointments[0]!.unitId! }),
    );
    const refused = (await as(writer, async (w) => submitForReview(w, await exact(id))).catch(
      (error: unknown) => error,
    )) as Unacceptable;
    expect(refused.issues.map(({ field }) => field).toSorted()).toEqual([
      "aiUse",
      "body",
      "links",
      "primaryTheme",
      "summary",
      "title",
    ]);
  });
});

describe("a second person decides", () => {
  test("whoever wrote or submitted cannot approve, whatever the role; the database refuses it as well", async () => {
    const id = await submitted("Tự duyệt");
    const reviewed = await exact(id);
    const writerAsHead = {
      ...writer,
      appointments: [
        ...writer.appointments,
        { role: "head" as const, unitId: writer.appointments[0]!.unitId },
      ],
    };
    await expect(as(writerAsHead, (w) => approveContent(w, reviewed))).rejects.toThrow(
      "Người soạn không được tự duyệt",
    );
    await expect(
      db.pool.query(
        "update content_item set state = 'approved', approved_revision_id = current_revision_id, approved_by = submitted_by where id = $1",
        [id],
      ),
    ).rejects.toThrow(/check constraint/);
  });

  test("an administrator and an auditor approve nothing", async () => {
    const reviewed = await exact(await submitted("Quyền khác"));
    for (const actor of [administrator, auditor, clerk]) {
      await expect(as(actor, (w) => approveContent(w, reviewed))).rejects.toThrow(Forbidden);
    }
  });

  test("a head approves in the own unit only", async () => {
    const reviewed = await exact(await submitted("Trưởng đơn vị"));
    const otherHead = {
      ...head,
      personId: secondEditor.personId,
      appointments: [{ role: "head" as const, unitId: secondEditor.appointments[0]!.unitId }],
    };
    await expect(as(otherHead, (w) => approveContent(w, reviewed))).rejects.toThrow(Forbidden);
    await as(head, (w) => approveContent(w, reviewed));
    expect((await item(reviewed.id)).state).toBe("approved");
  });

  test("an approval names one exact text; a text changed meanwhile is not approved", async () => {
    const id = await submitted("Đổi giữa chừng");
    const seen = await exact(id);
    await as(writer, (w) => recallContent(w, { id }));
    await save(id, "Đổi giữa chừng, bản mới");
    await as(writer, async (w) => submitForReview(w, await exact(id)));
    await expect(as(editor, (w) => approveContent(w, seen))).rejects.toThrow(Conflict);
  });

  test("an edit revokes the approval, also of what is already scheduled", async () => {
    const id = await scheduled("Sửa sau khi duyệt", new Date(Date.now() + 3_600_000));
    await save(id, "Sửa sau khi duyệt, thêm một chữ");
    expect(await item(id)).toMatchObject({ state: "draft", approvedRevisionId: null, scheduledAt: null });
    await publishDueContent(db.database, new Date(Date.now() + 7_200_000));
    expect((await item(id)).state).toBe("draft");
  });

  test("a text that somebody changed meanwhile is not submitted or published unseen, but shown with its writer", async () => {
    const id = await draft("Gửi bản đang xem");
    const before = await exact(id);
    const base = before.revisionId;
    await as(editor, (w) =>
      saveContent(w, { id, saveId: uuidv7(), baseRevisionId: base, fields: fields("Bản người khác lưu") }),
    );
    const answers = await Promise.all(
      [
        as(writer, (w) => submitForReview(w, before)),
        as(editor, (w) => scheduleUrgently(w, { ...before, reason: "Gấp" })),
      ].map((act) => act.catch((error: unknown) => error)),
    );
    for (const answer of answers) {
      expect(answer).toBeInstanceOf(Conflict);
      expect((answer as Conflict).data).toMatchObject({
        current: { title: "Bản người khác lưu", authorName: "Lê Thị Mẫu" },
      });
    }
    expect(answers.map((answer) => (answer as Conflict).message)).toEqual([
      expect.stringMatching(/^Có bản 2 do Lê Thị Mẫu lưu lúc .* chưa được gửi duyệt/),
      expect.stringMatching(/^Có bản 2 do chính bạn, ở thẻ khác, lưu lúc .* chưa được đăng/),
    ]);
    expect((await item(id)).state).toBe("draft");
    await as(writer, async (w) => submitForReview(w, await exact(id)));
  });

  test("a time more than a year away is a slip of the year and refused in words", async () => {
    const id = await approved("Hẹn nhầm năm");
    const inYears = (years: number) => new Date(Date.now() + years * 366.1 * 86_400_000);
    const refused = await as(clerk, (w) => scheduleContent(w, { id, at: inYears(1) })).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Unacceptable);
    expect((refused as Unacceptable).issues).toEqual([{ field: "at", message: "Giờ hẹn xa hơn một năm." }]);
    await as(clerk, (w) => scheduleContent(w, { id, at: inYears(0.9) }));
  });

  test("a returned text says why, and needs a reason", async () => {
    const id = await submitted("Trả lại");
    await expect(as(editor, (w) => returnContent(w, { id, reason: " " }))).rejects.toThrow(Unacceptable);
    await as(editor, (w) => returnContent(w, { id, reason: "Thiếu nguồn" }));
    expect((await item(id)).state).toBe("returned");
    await expect(as(editor, (w) => returnContent(w, { id, reason: "Lần nữa" }))).rejects.toThrow(Forbidden);
    const answer = "Đã thêm nguồn";
    await as(writer, async (w) => submitForReview(w, { ...(await exact(id)), answer }));
    expect((await eventsOf(db.database, id)).slice(-2)).toMatchObject([
      { event: "return", reason: "Thiếu nguồn", note: expect.stringMatching(/^Bản 1, mã \w{12}/) },
      { event: "submit", reason: answer },
    ]);
  });
});

describe("publishing", () => {
  test("happens after the half minute in which it can be taken back, and leaves a proof with the address", async () => {
    const id = await scheduled("Đăng lên cổng");
    await publishDueContent(db.database, new Date(Date.now() + 25_000));
    expect((await item(id)).state).toBe("scheduled");
    await publishDueContent(db.database, new Date(Date.now() + 31_000));
    const { state, slug } = await item(id);
    expect([state, slug]).toEqual(["published", "dang-len-cong"]);
    const byOrder = `Hệ thống, theo lệnh của ${clerk.name}`;
    expect(await proofsOf(id)).toMatchObject([
      { url: "/tin-tuc/dang-len-cong", withdrawn_at: null, recorded_by: byOrder },
    ]);
    const { hash } = await exact(id);
    expect((await eventsOf(db.database, id)).slice(-2)).toMatchObject([
      { event: "schedule", note: "Đăng ngay" },
      { event: "publish", personId: null, personName: byOrder, note: `Bản 1, mã ${hash.slice(0, 12)}` },
    ]);
    const found = await findTexts(db.database, {
      agencyId: SAMPLE_AGENCY_ID,
      query: "dang len cong",
      limit: 5,
    });
    expect(found.hits[0]).toMatchObject({ objectId: id, address: "/tin-tuc/dang-len-cong" });
  });

  test("taken back in time does not happen; the approval stays", async () => {
    const id = await scheduled("Hoàn tác");
    await as(clerk, (w) => takeBack(w, { id }));
    await publishDueContent(db.database, new Date(Date.now() + 60_000));
    expect((await item(id)).state).toBe("approved");
  });

  test("by ten sweeps at once happens once", async () => {
    const ids = await Promise.all([1, 2, 3, 4, 5].map((number) => scheduled(`Cùng lúc ${number}`)));
    const now = new Date(Date.now() + 60_000);
    await Promise.all(Array.from({ length: 10 }, () => publishDueContent(db.database, now)));
    for (const id of ids) {
      const events = await db.pool.query(
        "select 1 from content_event where item_id = $1 and event = 'publish'",
        [id],
      );
      expect(events.rowCount).toBe(1);
      expect(await proofsOf(id)).toHaveLength(1);
    }
  });

  test("of an unapproved text is refused to everybody", async () => {
    const id = await submitted("Chưa duyệt");
    await expect(as(clerk, (w) => scheduleContent(w, { id, at: null }))).rejects.toThrow(Forbidden);
    await expect(
      db.pool.query("update content_item set state = 'scheduled', scheduled_at = now() where id = $1", [id]),
    ).rejects.toThrow(/check constraint/);
  });

  test("at a time that has passed is refused", async () => {
    const id = await approved("Giờ đã qua");
    await expect(as(clerk, (w) => scheduleContent(w, { id, at: new Date("2020-01-01") }))).rejects.toThrow(
      Unacceptable,
    );
  });

  test("long after its time is done and told as late", async () => {
    const id = await scheduled("Máy chủ ngừng");
    await publishDueContent(db.database, new Date(Date.now() + 3_600_000));
    const told = await db.pool.query("select title from notice where cause like $1", [
      `content-published:${id}:%`,
    ]);
    expect(told.rows[0].title).toBe("Đăng muộn so với giờ hẹn: Máy chủ ngừng");
  });

  test("urgently needs a reason, goes out at once, and leaves a debt that only a second person clears", async () => {
    const id = await draft("Mưa lũ khẩn cấp");
    await expect(
      as(editor, async (w) => scheduleUrgently(w, { ...(await exact(id)), reason: "" })),
    ).rejects.toThrow(Unacceptable);
    await as(editor, async (w) => scheduleUrgently(w, { ...(await exact(id)), reason: "Cảnh báo mưa lũ" }));
    await publishDueContent(db.database, new Date());
    expect(await item(id)).toMatchObject({ state: "published", postCheckDue: true });
    const writerAsEditor = { ...writer, appointments: [{ role: "editor" as const, unitId: null }] };
    await expect(as(writerAsEditor, (w) => clearPostCheck(w, { id }))).rejects.toThrow(Forbidden);
    await expect(as(editor, (w) => clearPostCheck(w, { id }))).rejects.toThrow(Forbidden);
    await as(leader, (w) => clearPostCheck(w, { id }));
    const told = await db.pool.query(
      "select note from content_event where item_id = $1 and event in ('scheduleUrgently', 'clear-post-check')",
      [id],
    );
    const { hash } = await exact(id);
    for (const { note } of told.rows) expect(note).toContain(hash.slice(0, 12));
    expect(told.rows).toHaveLength(2);
    expect((await item(id)).postCheckDue).toBe(false);
  });

  test("of one text that fails holds up no other, and its people are told once", async () => {
    const bad = await scheduled("Bài gặp lỗi");
    const good = await scheduled("Bài bình thường");
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query(`
      create function fail_one() returns trigger language plpgsql as $$ begin raise exception 'đĩa đầy'; end $$;
      create trigger fail_one before update on content_item for each row when (new.id = '${bad}' and new.state = 'published') execute function fail_one();
    `);
    const now = new Date(Date.now() + 60_000);
    await expect(publishDueContent(db.database, now)).rejects.toThrow();
    await expect(publishDueContent(db.database, now)).rejects.toThrow();
    expect([(await item(bad)).state, (await item(good)).state]).toEqual(["scheduled", "published"]);
    const due = (await item(bad)).scheduledAt;
    const told = await db.pool.query("select 1 from notice where cause = $1 and person_id = $2", [
      `content-not-published:${bad}:${due!.toISOString()}`,
      writer.personId,
    ]);
    expect(told.rowCount).toBe(1);
    await owner.query("drop trigger fail_one on content_item; drop function fail_one");
    await owner.end();
    await publishDueContent(db.database, now);
    expect((await item(bad)).state).toBe("published");
  });

  test("two texts of one title get two addresses", async () => {
    const [one, two] = [await publishNow("Trùng tiêu đề"), await publishNow("Trùng tiêu đề")];
    expect([(await item(one)).slug, (await item(two)).slug]).toEqual(["trung-tieu-de", "trung-tieu-de-2"]);
  });
});

describe("after publication", () => {
  const proposeCorrection = async (title: string) => {
    const id = await publishNow(title);
    await save(id, `${title} (đã sửa)`);
    await as(writer, (w) => correctContent(w, { id, note: "Sửa tiêu đề" }));
    return id;
  };

  test("a correction leaves the live text alone until a second person accepts it; then its note is public", async () => {
    const id = await proposeCorrection("Cần đính chính");
    const { slug } = await item(id);
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!)).toMatchObject({
      title: "Cần đính chính",
      corrections: [],
    });
    const reviewed = await exact(id);
    await as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: true, reason: "" }));
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!)).toMatchObject({
      title: "Cần đính chính (đã sửa)",
      corrections: [{ note: "Sửa tiêu đề" }],
    });
    expect(await proofsOf(id)).toHaveLength(1);
    const sheet = await presentApprovalSheet(db.database, writer, id);
    const exactly = { number: 2, hash: reviewed.hash };
    const [corrected] = sheet.corrections;
    expect(corrected).toMatchObject({ ...exactly, reason: "Sửa tiêu đề", personName: writer.name });
    expect(corrected!.end).toMatchObject({ ...exactly, event: "accept-correction", personName: editor.name });
    expect(corrected!.end!.note).toContain("Tư cách: Biên tập");
    expect(sheet.approverName).toBe(editor.name);
  });

  test("who proposed a correction does not decide it; a refusal needs a reason and leaves the live text", async () => {
    const id = await proposeCorrection("Từ chối đính chính");
    const reviewed = await exact(id);
    const writerAsEditor = { ...writer, appointments: [{ role: "editor" as const, unitId: null }] };
    await expect(
      as(writerAsEditor, (w) => decideCorrection(w, { ...reviewed, accepted: true, reason: "" })),
    ).rejects.toThrow(Forbidden);
    await expect(
      as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: false, reason: "" })),
    ).rejects.toThrow(Unacceptable);
    await as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: false, reason: "Không cần" }));
    const { slug, hasOpenCorrection } = await item(id);
    expect(hasOpenCorrection).toBe(false);
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, slug!)).toMatchObject({
      title: "Từ chối đính chính",
    });
  });

  test("a withdrawn text stays readable with the reason, leaves search, and its proof counts no more", async () => {
    const id = await publishNow("Sẽ thu hồi");
    await expect(as(clerk, (w) => withdrawContent(w, { id, reason: "Sai" }))).rejects.toThrow(Forbidden);
    await as(leader, (w) => withdrawContent(w, { id, reason: "Số liệu sai" }));
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, "se-thu-hoi")).toMatchObject({
      state: "withdrawn",
      withdrawal: { reason: "Số liệu sai" },
    });
    const found = await findTexts(db.database, {
      agencyId: SAMPLE_AGENCY_ID,
      query: "se thu hoi",
      limit: 50,
    });
    expect(found.hits.map(({ objectId }) => objectId)).not.toContain(id);
    expect((await proofsOf(id))[0].withdrawn_reason).toContain("Số liệu sai");
    await expect(as(leader, (w) => withdrawContent(w, { id, reason: "Lần nữa" }))).rejects.toThrow(Forbidden);
  });

  test("a withdrawn text is corrected no more, and its proof stays withdrawn", async () => {
    const id = await proposeCorrection("Thu hồi khi chờ đính chính");
    const reviewed = await exact(id);
    await as(leader, (w) => withdrawContent(w, { id, reason: "Sai" }));
    expect((await item(id)).hasOpenCorrection).toBe(false);
    await expect(
      as(editor, (w) => decideCorrection(w, { ...reviewed, accepted: true, reason: "" })),
    ).rejects.toThrow(Forbidden);
    expect((await proofsOf(id))[0].withdrawn_at).not.toBeNull();
  });

  test("a published text takes on further duties, which its proof then serves; it loses none", async () => {
    const id = await publishNow("Thêm nghĩa vụ");
    const more = sampleObligationId("III.3-b");
    await as(writer, (w) => linkContent(w, { id, taskIds: [], obligationIds: [more], clauseIds: [] }));
    const { rows } = await db.pool.query(
      "select obligation_id from evidence_obligation where evidence_id = (select id from evidence where source_id = $1)",
      [id],
    );
    expect(rows.map(({ obligation_id }) => obligation_id).toSorted()).toEqual(
      [sampleObligationId("II.4.2-a"), more].toSorted(),
    );
  });

  test("a removed text is gone from the public, with the reason kept inside", async () => {
    const id = await publishNow("Sẽ gỡ bỏ");
    const { revisionId } = await exact(id);
    const called = async () => new Map(await auditNames(db.database, SAMPLE_AGENCY_ID, [id, revisionId]));
    expect((await called()).get(id)).toBe("Sẽ gỡ bỏ");
    expect((await called()).get(revisionId)).toMatch(/^Bản 1, mã /);
    await as(leader, (w) => removeContent(w, { id, reason: "Có thông tin cá nhân" }));
    expect(await publishedBySlug(db.database, SAMPLE_AGENCY_ID, "se-go-bo")).toEqual({ state: "removed" });
    expect((await item(id)).removedReason).toBe("Có thông tin cá nhân");
    expect((await called()).has(id)).toBe(false);
  });
});

describe("whatever people do in whatever order", () => {
  test("nothing is live that a second person has not approved as it is, but what is marked urgent", async () => {
    const everyone = [writer, head, editor, secondEditor, leader, clerk];
    const acts = [
      (id: string) => async (w: Parameters<Parameters<typeof as>[1]>[0]) =>
        submitForReview(w, await exact(id)),
      (id: string) => (w: Parameters<Parameters<typeof as>[1]>[0]) => recallContent(w, { id }),
      (id: string) => (w: Parameters<Parameters<typeof as>[1]>[0]) => returnContent(w, { id, reason: "Sửa" }),
      (id: string) => async (w: Parameters<Parameters<typeof as>[1]>[0]) =>
        approveContent(w, await exact(id)),
      (id: string) => (w: Parameters<Parameters<typeof as>[1]>[0]) => scheduleContent(w, { id, at: null }),
      (id: string) => (w: Parameters<Parameters<typeof as>[1]>[0]) => takeBack(w, { id }),
      (id: string) => async (w: Parameters<Parameters<typeof as>[1]>[0]) => {
        const { currentRevisionId } = await item(id);
        await saveContent(w, {
          id,
          saveId: uuidv7(),
          baseRevisionId: currentRevisionId,
          fields: fields(ownTitle("Ngẫu nhiên")),
        });
      },
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ who: fc.nat(everyone.length - 1), what: fc.nat(acts.length - 1), sweep: fc.boolean() }),
          { minLength: 8, maxLength: 20 },
        ),
        async (steps) => {
          const id = await draft(ownTitle("Chuỗi"));
          for (const { who, what, sweep } of steps) {
            await as<unknown>(everyone[who]!, acts[what]!(id)).catch((error: unknown) => {
              if (!(error instanceof Forbidden || error instanceof Conflict || error instanceof Unacceptable))
                throw error;
            });
            if (sweep) await publishDueContent(db.database, new Date(Date.now() + 3_600_000));
          }
          const { rows } = await db.pool.query(
            `select i.live_revision_id, i.approved_revision_id, i.approved_by, array_agg(r.author_id) as authors
             from content_item i join content_revision r on r.item_id = i.id
               and r.number <= (select number from content_revision where id = i.live_revision_id)
             where i.id = $1 and i.live_revision_id is not null group by i.id`,
            [id],
          );
          for (const row of rows) {
            expect(row.live_revision_id).toBe(row.approved_revision_id);
            expect(row.authors).not.toContain(row.approved_by);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});
