import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import { beforeAll, describe, expect, test } from "vitest";
import { Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { importProcedures } from "../list-imports/import-procedures.ts";
import { undoProcedureImport } from "../list-imports/undo-procedure-import.ts";
import { presentProcedure } from "../present-procedure.ts";
import { procedureOf, recordOf, versionsOf } from "../procedure-queries.ts";
import { type ProcedureRecord, procedureRecord } from "../procedure-record.ts";
import { twoAgencies, wholeRecord } from "../procedures.fixture.ts";
import { publicProcedure } from "../published.ts";
import { repealProcedure } from "../repeal-procedure.ts";
import { sampleForm } from "../sample-form.ts";
import { saveProcedure } from "../save-procedure.ts";
import { dropUnusedForms } from "./drop-unused-forms.ts";
import type { FormFile } from "./form-file.ts";
import { keepForm } from "./keep-form.ts";
import { formsOf } from "./papers-forms.ts";
import { serveForms } from "./serve-forms.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
let site: Hono;
beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "bieu-mau-")));
  db = await testDatabase();
  they = await twoAgencies(db);
  site = new Hono();
  serveForms(site, db.database);
});

const kept = async (word: string, fileName = "Mẫu số 01.docx"): Promise<FormFile> =>
  they.as(they.clerk, async (current) =>
    keepForm(current, { id: uuidv7(), fileName, bytes: await sampleForm([word]) }),
  );

const withForm = (forms: FormFile[] | undefined, name = "Đơn đăng ký") =>
  procedureRecord.shape.components.parse([
    { case: "", papers: [{ name, originals: 1, formName: "Mẫu số 01", ...(forms && { forms }) }] },
  ]);

const save = (id: string, seen: number, record: ProcedureRecord, reason = "Đổi biểu mẫu") =>
  they.as(they.clerk, (current) =>
    saveProcedure(current, { id, suffix: "", validFrom: "2026-12-01", reason, seen, record }),
  );

const formsNow = async (id: string) =>
  formsOf(recordOf((await procedureOf(db.database, they.agencyId, id)).version)).map((form) => form.id);

const list = (rows: string[][]) =>
  Buffer.from(
    [["Mã TTHC", "Tên thủ tục", "Thành phần hồ sơ"], ...rows]
      .map((row) => row.map((cell) => `"${cell}"`).join(","))
      .join("\n"),
  );

const bringIn = (rows: string[][]) =>
  they.as(they.clerk, (current) =>
    importProcedures(current, {
      ...{ bytes: list(rows), fileName: "danh-muc.csv", isFull: false, reason: "Danh mục mới" },
      ...{ validFrom: "2026-12-01", today: "2026-11-30", seen: null },
    }),
  );

describe("a form that is kept", () => {
  test("is known by its content, once however often it is sent, and only by who may", async () => {
    const id = uuidv7();
    const bytes = await sampleForm(["Đơn"]);
    const keep = () =>
      they.as(they.clerk, (current) => keepForm(current, { id, fileName: "../Đơn.exe", bytes }));
    const first = await keep();
    expect(first).toMatchObject({ id, fileName: "Đơn.docx", bytes: bytes.byteLength });
    expect(await keep()).toEqual(first);
    expect(await readFile(id)).toEqual(new Uint8Array(bytes));
    const contributor = await they.actor("contributor");
    await expect(
      they.as(contributor, (current) => keepForm(current, { id: uuidv7(), fileName: "a.docx", bytes })),
    ).rejects.toThrow(Forbidden);
    await expect(
      they.as(they.clerk, (current) =>
        keepForm(current, { id: uuidv7(), fileName: "don.docx", bytes: Buffer.from("<html>") }),
      ),
    ).rejects.toThrow(Unacceptable);
  });

  test("stays with the version that named it, goes over to the next, and is told where it changed", async () => {
    const [first, second] = [await kept("một"), await kept("hai")];
    const id = await they.add("2.000701", { components: withForm([first]) });
    // Facts that were sent are not believed; what is not said about files leaves them.
    await save(id, 1, wholeRecord({ name: "Tên mới", components: withForm(undefined) }), "Đổi tên");
    expect(await formsNow(id)).toEqual([first.id]);
    await save(
      id,
      2,
      wholeRecord({ name: "Tên mới", components: withForm([{ ...second, fileName: "giả.exe", bytes: 1 }]) }),
    );
    const [third, , one] = await versionsOf(db.database, id);
    expect(formsOf(recordOf(third!))).toEqual([second]);
    expect(formsOf(recordOf(one!))).toEqual([first]);
    const page = await publicProcedure(db.database, they.agencyId, "2.000701-ten-moi", "2026-12-01");
    expect(page!.changes.map(({ parts }) => parts)).toEqual([["Biểu mẫu"], ["Tên thủ tục"], []]);
    // The same again is nothing new.
    await save(id, 3, wholeRecord({ name: "Tên mới", components: withForm([second]) }));
    expect(await versionsOf(db.database, id)).toHaveLength(3);
    await save(id, 3, wholeRecord({ name: "Tên mới", components: withForm([]) }), "Bỏ biểu mẫu");
    expect(await formsNow(id)).toEqual([]);
  });

  test("belongs to one agency", async () => {
    const stranger = await they.actor("office", they.otherAgencyId);
    const theirs = await they.as(stranger, async (current) =>
      keepForm(current, { id: uuidv7(), fileName: "a.docx", bytes: await sampleForm(["x"]) }),
    );
    const id = await they.add("2.000702");
    await expect(save(id, 1, wholeRecord({ components: withForm([theirs]) }))).rejects.toThrow(NotFound);
  });

  test("is missing where a paper names it and nothing can be downloaded", async () => {
    const id = await they.add("2.000703", { components: withForm(undefined) });
    const { missingForms } = await presentProcedure(db.database, they.clerk, id);
    expect(missingForms).toEqual([{ paper: "Đơn đăng ký", formName: "Mẫu số 01", isElsewhere: false }]);
    await save(id, 1, wholeRecord({ components: withForm([await kept("ba")]) }));
    expect((await presentProcedure(db.database, they.clerk, id)).missingForms).toEqual([]);
  });
});

describe("a list that is brought in", () => {
  test("loses no file of a paper that it still names, and none for good", async () => {
    const form = await kept("bốn");
    const id = await they.add("2.000704", {
      components: [
        ...withForm([form]),
        {
          case: "Khác",
          papers: procedureRecord.shape.components.parse(withForm(undefined, "Bản vẽ"))[0]!.papers,
        },
      ],
    });
    const { importId } = await bringIn([["2.000704", "Tên A", "đơn  đăng ký; Ảnh; Bản vẽ"]]);
    expect(await formsNow(id)).toEqual([form.id]);
    // One paper of two under another name: the form goes on in its place.
    const other = await kept("năm");
    const two = await they.add("2.000705", { components: withForm([other]) });
    await bringIn([["2.000705", "Tên B", "Đơn đề nghị (Mẫu 02)"]]);
    expect(await formsNow(two)).toEqual([other.id]);
    await bringIn([["2.000705", "Tên B", "Bản sao; Bản vẽ; Ảnh"]]);
    expect(await formsNow(two)).toEqual([]);
    await they.as(they.clerk, (current) => undoProcedureImport(current, { id: importId! }));
    expect(await formsNow(id)).toEqual([form.id]);
  });
});

describe("a file at its address", () => {
  const get = (id: string) => site.request(`/procedure-forms/${id}`);

  test("is a download for everybody while its version holds; then it leads to the procedure", async () => {
    const [before, after] = [await kept("sáu", "Đơn số 1.docx"), await kept("bảy")];
    expect((await get(before.id)).status).toBe(404);
    const id = await they.add("2.000706", { components: withForm([before]) });
    const answer = await get(before.id);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-disposition": `attachment; filename="__n_s__1.docx"; filename*=UTF-8''${encodeURIComponent("Đơn số 1.docx")}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-length": String(before.bytes),
    });
    await save(id, 1, wholeRecord({ components: withForm([after]) }));
    const gone = await get(before.id);
    expect([gone.status, gone.headers.get("location")]).toEqual([
      302,
      expect.stringMatching(/\/thu-tuc\/2\.000706-/),
    ]);
    expect((await get(after.id)).status).toBe(200);
    await they.as(they.clerk, (current) =>
      repealProcedure(current, { id, repealedOn: "2026-11-01", reason: "Hết hiệu lực", successorId: null }),
    );
    expect((await get(after.id)).status).toBe(302);
    expect((await get(uuidv7())).status).toBe(404);
  });

  test("goes away when no version ever named it, and never when one did", async () => {
    const [used, unused] = [await kept("tám"), await kept("chín")];
    await they.add("2.000707", { components: withForm([used]) });
    const later = new Date("2030-01-01T00:00:00Z");
    expect(await dropUnusedForms(db.database, new Date("2026-12-15T00:00:00Z"))).toBe(0);
    expect(await dropUnusedForms(db.database, later)).toBeGreaterThan(0);
    expect([await readFile(unused.id), (await readFile(used.id)) !== null]).toEqual([null, true]);
    await expect(
      db.database.execute(`delete from procedure_form_file where id = '${used.id}'`),
    ).rejects.toThrow();
  });
});
