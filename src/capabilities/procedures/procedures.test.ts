import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { addProcedure } from "./add-procedure.ts";
import { missingForms } from "./forms/papers-forms.ts";
import { letRepealsTakeEffect } from "./let-repeals-take-effect.ts";
import { pauseProcedure } from "./pause-procedure.ts";
import { presentProcedure } from "./present-procedure.ts";
import { procedurePath, splitCode } from "./procedure-code.ts";
import { missingIn } from "./procedure-requirements.ts";
import { twoAgencies, wholeRecord } from "./procedures.fixture.ts";
import { findPublicProcedures, publicProcedure, publicProcedures } from "./published.ts";
import { readCode } from "./reading/read-code.ts";
import { changedParts, limitInWords, partInWords } from "./record-words.ts";
import { pageOfRegister, type RegisterPage, registerChoices } from "./register-queries.ts";
import { repealProcedure } from "./repeal-procedure.ts";
import { resumeProcedure } from "./resume-procedure.ts";
import { saveProcedure } from "./save-procedure.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
const DAY = "2026-11-30";
beforeAll(async () => {
  db = await testDatabase();
  they = await twoAgencies(db);
});

describe("the register is narrowed and put in order where it is kept", () => {
  const page = (asked: Partial<RegisterPage>, who = they.clerk) =>
    pageOfRegister(db.database, who, { order: "code", isDown: false, from: 0, ...asked });
  const codes = async (asked: Partial<RegisterPage>) =>
    (await page(asked)).procedures.map(({ code }) => code);
  const paper = { name: "Đơn", originals: 1, copies: 0, formName: "Mẫu 1", formUrl: null, note: "" };
  const { methods } = wholeRecord();
  const records = [
    { field: "Đọc sách", name: "Ấn phẩm % lạ" },
    { steps: "", methods: [], audience: [], implementingAgency: "", results: [], components: [] },
    { methods: [...methods, { ...methods[0]!, limitAmount: null, limitText: "" }] },
    { methods: [{ ...methods[0]!, limitAmount: null, limitText: "Ngay" }] },
    { components: [{ case: "", papers: [] }], serviceLevel: null, level: "commune" as const },
    {
      components: [
        { case: "", papers: [paper, { ...paper, formName: "", formUrl: "https://mau.gandan.vn/m" }] },
      ],
    },
    { keywords: ["chữ khóa riêng"] },
  ].map((part) => wholeRecord(part));
  const code = (at: number) => `1.77000${at}`;
  beforeAll(async () => {
    for (const [at, record] of records.entries()) await they.add(code(at), record);
  });

  test("what a record lacks is the same in the database and in the code", async () => {
    const { procedures } = await page({ q: "1.77000" });
    expect(procedures.map(({ missing }) => missing)).toEqual(records.map((record) => missingIn(record)));
    expect(procedures.map((one) => one.missingForms)).toEqual(
      records.map((record) => missingForms(record).length),
    );
  });

  test("every word is looked for, with marks or without, in code, name, field and keywords", async () => {
    expect(await codes({ q: "an pham doc sach" })).toEqual([code(0)]);
    expect(await codes({ q: "ĐỌC 770000" })).toEqual([code(0)]);
    expect(await codes({ q: "chu khoa rieng" })).toEqual([code(6)]);
    expect(await codes({ q: "1.77000 %" })).toEqual([code(0)]);
    expect(await codes({ q: "1.77000 không có" })).toEqual([]);
  });

  test("filters, order and pages", async () => {
    const all = { q: "1.77000" };
    expect(await codes({ ...all, missing: "limits" })).toEqual([code(1), code(2)]);
    expect(await codes({ ...all, missing: "any" })).toEqual([code(1), code(2), code(4)]);
    expect(await codes({ ...all, forms: "missing" })).toEqual([code(5)]);
    expect(await codes({ ...all, level: "commune", serviceLevel: "unknown" })).toEqual([code(4)]);
    expect(await codes({ ...all, state: "repealed" })).toEqual([]);
    expect((await codes({ ...all, state: "standing", order: "field", isDown: true })).at(-1)).toBe(code(0));
    expect(await codes({ ...all, from: 5 })).toEqual([code(5), code(6)]);
    expect(await page({ ...all, forms: "whole" })).toMatchObject({ total: 6, next: null });
    const { fields } = await registerChoices(db.database, they.clerk);
    expect(fields).toContain("Đọc sách");
    expect(await page(all, await they.actor("office", they.otherAgencyId))).toMatchObject({
      total: 0,
      all: 0,
    });
  });
});

describe("a record in words", () => {
  test.each([
    ["1.004628", "1.004628", ""],
    [" 1.004628.000.00.00.h05 ", "1.004628", "000.00.00.H05"],
    ["1.004628.000.00.H05", "1.004628", "000.00.H05"],
    ["b-btp-123456-tt", "B-BTP-123456-TT", ""],
    ["B-BTP-123456-TT.000.00.00.H05", "B-BTP-123456-TT", "000.00.00.H05"],
  ])("the code %s is known without its suffix", (written, code, suffix) => {
    expect(splitCode(written)).toEqual({ code, suffix });
    expect(readCode(written)?.code).toBe(code);
  });

  test.each([
    [{ limitAmount: 15, limitUnit: "working-day", limitText: "" }, "15 ngày làm việc"],
    [{ limitAmount: 2.5, limitUnit: "hour", limitText: "kể từ khi nhận" }, "2,5 giờ, kể từ khi nhận"],
    [{ limitAmount: null, limitUnit: "other", limitText: "Trả ngay" }, "Trả ngay"],
    [{ limitAmount: null, limitUnit: "day", limitText: "" }, ""],
  ] as const)("a time limit %o reads “%s”", (limit, words) => {
    expect(limitInWords(limit)).toBe(words);
  });

  test("tells what is missing by the decree, and nothing of what need not be there", () => {
    expect(missingIn(wholeRecord())).toEqual([]);
    expect(missingIn(wholeRecord({ legalBasis: [], conditions: "", nationalUrl: null }))).toEqual([]);
    const { methods } = wholeRecord();
    const bare = { steps: "", audience: [], implementingAgency: "", results: [], components: [] };
    expect(missingIn(wholeRecord({ ...bare, methods: [{ ...methods[0]!, limitAmount: null }] }))).toEqual([
      "steps",
      "components",
      "limits",
      "audience",
      "implementingAgency",
      "results",
    ]);
  });

  test("names the parts that differ", () => {
    const now = wholeRecord({ keywords: ["hội làng", "lễ"], results: ["Giấy phép"] });
    expect(changedParts(wholeRecord(), now)).toEqual(["results", "keywords"]);
    expect(partInWords(now, "methods")).toBe("Trực tiếp: 15 ngày làm việc; Phí: Không");
  });
});

describe("the register of procedures", () => {
  test("takes a code once, with or without the suffix, also when it is sent twice", async () => {
    const id = await they.add("1.000001.000.00.00.H05");
    const again = { id, code: "1.000001", record: wholeRecord(), validFrom: DAY };
    await they.as(they.clerk, (work) => addProcedure(work, again));
    await expect(
      they.as(they.clerk, (work) => addProcedure(work, { ...again, id: uuidv7() })),
    ).rejects.toThrow(Unacceptable);
    const view = await presentProcedure(db.database, they.clerk, id);
    expect(view).toMatchObject({ code: "1.000001", suffix: "000.00.00.H05" });
    expect(view.versions).toHaveLength(1);
  });

  test("keeps every version, asks why, and adds none when nothing changed", async () => {
    const id = await they.add("1.000002");
    const change = {
      ...{ id, suffix: "", validFrom: "2026-12-01", seen: 1 },
      record: wholeRecord({ results: ["Giấy phép".normalize("NFD")] }),
    };
    const save = (part: Partial<Parameters<typeof saveProcedure>[1]>) =>
      they.as(they.clerk, (work) => saveProcedure(work, { ...change, reason: "", ...part }));
    await save({ record: wholeRecord() });
    await expect(save({})).rejects.toThrow(Unacceptable);
    await save({ reason: "Quyết định 12/QĐ-MAU" });
    await save({ seen: 2, record: wholeRecord({ results: ["Giấy phép"] }) });
    // What was opened before the second version is refused, and nothing of it is lost on the screen.
    await expect(save({ reason: "Cũ", record: wholeRecord({ results: ["Khác"] }) })).rejects.toThrow(
      Conflict,
    );
    const { versions } = await presentProcedure(db.database, they.clerk, id);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
      [2, "Quyết định 12/QĐ-MAU"],
      [1, ""],
    ]);
    expect(versions[1]!.record.results).toEqual(["Văn bản trả lời"]);
    const audit = await db.pool.query(
      "select before, after, reason from audit_entry where act = 'save-procedure' and object_id = $1",
      [id],
    );
    expect(audit.rows).toEqual([
      {
        before: { results: "Văn bản trả lời", version: 1 },
        after: { results: "Giấy phép", version: 2, validFrom: "2026-12-01" },
        reason: "Quyết định 12/QĐ-MAU",
      },
    ]);
    await expect(
      db.pool.query("update procedure_version set name = 'x' where procedure_id = $1", [id]),
    ).rejects.toThrow(/permission denied/);
  });

  test("is kept by the Office and editors, read by all, closed to other agencies", async () => {
    const id = await they.add("1.000003");
    const auditor = await they.actor("auditor");
    const stranger = await they.actor("office", they.otherAgencyId);
    const pause = { id, reason: "Chờ văn bản mới" };
    await expect(they.as(auditor, (work) => pauseProcedure(work, pause))).rejects.toThrow(Forbidden);
    await expect(they.as(stranger, (work) => pauseProcedure(work, pause))).rejects.toThrow(NotFound);
    await expect(presentProcedure(db.database, stranger, id)).rejects.toThrow(NotFound);
    expect((await presentProcedure(db.database, auditor, id)).may.save!.allowed).toBe(false);
    expect(await publicProcedures(db.database, they.otherAgencyId, DAY)).toEqual([]);
  });
});

describe("what people find on the portal", () => {
  const found = async (query: string) =>
    (await findPublicProcedures(db.database, they.agencyId, query, 10)).map(({ code }) => code);

  test("is the version that holds, by its name, its code, its papers and what people call it", async () => {
    await they.add("1.000010", {
      name: "Cấp thẻ hướng dẫn viên du lịch tại điểm",
      keywords: ["thuyết minh"],
      components: [
        { case: "", papers: [{ ...wholeRecord().components[0]!.papers[0]!, name: "Ảnh chân dung" }] },
      ],
    });
    for (const query of ["huong dan vien", "1.000010", "thuyết minh", "anh chan dung"])
      expect(await found(query), query).toEqual(["1.000010"]);
    const path = procedurePath({ code: "1.000010", name: "Cấp thẻ hướng dẫn viên du lịch tại điểm" });
    expect(path).toBe("/thu-tuc/1.000010-cap-the-huong-dan-vien-du-lich-tai-diem");
    // A former name in the address leads to the same.
    const page = await publicProcedure(db.database, they.agencyId, "1.000010-ten-cu", DAY);
    expect(page).toMatchObject({ path, isOver: false, successor: null });
    expect(await publicProcedure(db.database, they.agencyId, "1.00001", DAY)).toBeNull();
  });

  test("ends on the day of the repeal, which may be named beforehand, and leads to what came instead", async () => {
    const old = await they.add("1.000020", { name: "Cấp giấy phép cũ" });
    const heir = await they.add("1.000021", { name: "Chấp thuận kiểu mới" });
    await expect(
      they.as(they.clerk, (work) =>
        repealProcedure(work, { id: old, repealedOn: DAY, reason: "Thay", successorId: old }),
      ),
    ).rejects.toThrow(Unacceptable);
    await they.as(they.clerk, (work) =>
      repealProcedure(work, { id: old, repealedOn: "2026-12-15", reason: "Thay", successorId: heir }),
    );
    const on = (day: string) => publicProcedure(db.database, they.agencyId, "1.000020-cap-giay-phep-cu", day);
    expect(await on("2026-12-14")).toMatchObject({ isOver: false, repealedOn: "2026-12-15" });
    expect(await found("giay phep cu")).toEqual(["1.000020"]);
    expect(await letRepealsTakeEffect(db.database, new Date("2026-12-15T00:01:00+07:00"))).toBe(1);
    expect(await found("giay phep cu")).not.toContain("1.000020");
    const over = await on("2026-12-15");
    expect(over).toMatchObject({ isOver: true, successor: { name: "Chấp thuận kiểu mới" } });
    const codes = async (day: string) =>
      (await publicProcedures(db.database, they.agencyId, day)).map(({ code }) => code);
    expect(await codes("2026-12-14")).toContain("1.000020");
    expect(await codes("2026-12-15")).not.toContain("1.000020");
    // Nothing more is written into it until it is carried out again.
    await expect(
      they.as(they.clerk, (work) =>
        saveProcedure(work, {
          ...{ id: old, suffix: "", validFrom: DAY, seen: 1, reason: "Sửa" },
          record: wholeRecord({ name: "Tên khác" }),
        }),
      ),
    ).rejects.toThrow(Conflict);
    await they.as(they.clerk, (work) => resumeProcedure(work, { id: old, reason: "Bãi bỏ nhầm" }));
    expect(await found("giay phep cu")).toEqual(["1.000020"]);
  });
});
