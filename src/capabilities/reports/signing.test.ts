import { BlobReader, TextWriter, ZipReader } from "@zip.js/zip.js";
import { beforeAll, describe, expect, test } from "vitest";
import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { work } from "#platform/work/work.ts";
import { draftReport } from "./draft-report.ts";
import { editReport } from "./edit-report.ts";
import { exportReport } from "./export-report.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { openReport } from "./open-report.ts";
import { presentReport } from "./present-report.ts";
import { reportById, textOf } from "./report-queries.ts";
import { reviewReport } from "./review-report.ts";
import { signOffReport } from "./sign-off-report.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase("sample");
});

const actor = (email: string, name: string, role: Role): Actor => ({
  personId: samplePersonId(email),
  name,
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role, unitId: null }],
});
const editor = actor("editor", "Lê Thị Mẫu", "editor");
const deputy = actor("leadership", "Trần Thị Mẫu", "leadership");
const head = actor("head", "Phạm Văn Mẫu", "head");
const office = actor("office", "Hoàng Thị Mẫu", "office");

/** A report of a period that waits for its signature, with the signer that its writer put there. */
async function reviewed(period: string): Promise<{ id: string; version: number }> {
  const { id } = await work(db.database, editor, (w) =>
    openReport(w, { planId: null, period, basis: "decree" }),
  );
  await work(db.database, editor, (w) => freezeFigures(w, { id }));
  await work(db.database, editor, (w) => draftReport(w, { id }));
  const draft = (await textOf(db.database, await reportById(db.database, SAMPLE_AGENCY_ID, id)))!;
  const content = {
    ...draft.content,
    signer: { authority: ["GIÁM ĐỐC"], name: "Người Do Người Soạn Ghi" },
    sections: draft.content.sections.map((section) => ({
      ...section,
      text: section.text.replace(/\[Bổ sung:[^\]]*\]/gu, "Không có."),
    })),
  };
  await work(db.database, editor, (w) =>
    editReport(w, { id, saveId: uuidv7(), baseId: draft.id, text: content, takesReviewBack: false }),
  );
  const version = draft.version + 1;
  await work(db.database, actor("editor2", "Vũ Văn Thí Dụ", "editor"), (w) =>
    reviewReport(w, { id, version }),
  );
  return { id, version };
}
const sign = (who: Actor, found: { id: string; version: number; authorityId?: string }, at = new Date()) =>
  work(db.database, who, (w) => signOffReport(w, found), { at });
const give = async (change: {
  email: string;
  form: string;
  own: string;
  scope: string;
  from?: string;
  to?: string;
}) =>
  (
    await db.pool.query<{ id: string }>(
      `insert into signing_authority (id, agency_id, person_id, form, head_title, own_title, scope, from_date, to_date, decision_number, decided_on, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'Giám đốc', $4, $5, $6, $7, '9/QĐ-SVHTTDL', '2026-01-02', now()) returning id`,
      [
        SAMPLE_AGENCY_ID,
        samplePersonId(change.email),
        change.form,
        change.own,
        change.scope,
        change.from ?? "2026-01-02",
        change.to ?? null,
      ],
    )
  ).rows[0]!.id;
const printed = async (id: string) => {
  const bytes = await exportReport(db.database, await reportById(db.database, SAMPLE_AGENCY_ID, id), "docx");
  const entries = await new ZipReader(new BlobReader(new Blob([new Uint8Array(bytes)]))).getEntries();
  const entry = entries.find(({ filename }) => filename === "word/document.xml")!;
  return entry.directory ? "" : (await entry.getData(new TextWriter())).replace(/<[^>]+>/gu, " ");
};

describe("a report is signed with an authority that holds on that day", () => {
  test("a deputy signs for the director: printed, kept with the report and in the audit", async () => {
    const found = await reviewed("2026-03");
    expect(await printed(found.id)).toContain("Người Do Người Soạn Ghi");
    const [option] = (await presentReport(db.database, deputy, found.id)).signing;
    expect(option).toMatchObject({ lines: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], name: "Trần Thị Mẫu" });
    await sign(deputy, found);
    const text = await printed(found.id);
    expect(text).toMatch(/KT\. GIÁM ĐỐC\s+PHÓ GIÁM ĐỐC[\s\S]*Trần Thị Mẫu/);
    expect(text).not.toContain("Người Do Người Soạn Ghi");
    const { rows } = await db.pool.query(
      "select after->>'signedAs' as told, after->>'signedAuthorityId' as id from audit_entry where act = 'sign-off-report' and object_id = $1",
      [found.id],
    );
    expect(rows).toEqual([
      {
        told: "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC, theo Quyết định số 02/QĐ-SVHTTDL (mẫu) ngày 05/01/2026",
        id: option!.authorityId,
      },
    ]);
    // What ends later changes nothing about what was signed, and cannot be taken away from under it.
    await db.pool.query("update signing_authority set to_date = '2026-11-01' where id = $1", [
      option!.authorityId,
    ]);
    expect((await presentReport(db.database, deputy, found.id)).signedAs).toEqual(option);
    expect(await printed(found.id)).toBe(text);
    await expect(
      db.pool.query("delete from signing_authority where id = $1", [option!.authorityId]),
    ).rejects.toThrow("foreign key");
  });

  test("one that has run out, or not begun, is refused with the day", async () => {
    const found = await reviewed("2026-04");
    await expect(sign(deputy, found)).rejects.toThrow("Thẩm quyền ký của bạn đã hết hạn ngày 01/11/2026.");
    const { may } = await presentReport(db.database, deputy, found.id);
    expect(may["sign-off"]).toMatchObject({ allowed: false, why: expect.stringContaining("01/11/2026") });
    await give({ email: "leadership", form: "KT", own: "Phó Giám đốc", scope: "all", from: "2030-01-01" });
    await expect(sign(deputy, found)).rejects.toThrow("có hiệu lực từ ngày 01/01/2030");
    expect((await reportById(db.database, SAMPLE_AGENCY_ID, found.id)).state).toBe("reviewed");
  });

  test("one for something else is refused; by order a head of unit signs, who without it may not", async () => {
    const found = await reviewed("2026-05");
    await expect(sign(head, found)).rejects.toThrow("Bạn chưa có thẩm quyền ký báo cáo.");
    await give({ email: "head", form: "TL", own: "Trưởng phòng", scope: "plan" });
    await expect(sign(head, found)).rejects.toThrow("Thẩm quyền ký của bạn không gồm báo cáo.");
    const authorityId = await give({ email: "head", form: "TL", own: "Trưởng phòng", scope: "report" });
    await expect(sign(head, { ...found, authorityId: uuidv7() })).rejects.toThrow("không còn hiệu lực");
    await expect(sign(office, { ...found, authorityId })).rejects.toThrow("Bạn chưa có thẩm quyền ký");
    await sign(head, found);
    expect(await printed(found.id)).toMatch(/TL\. GIÁM ĐỐC\s+TRƯỞNG PHÒNG[\s\S]*Phạm Văn Mẫu/);
  });
});
