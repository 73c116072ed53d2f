import { beforeAll, expect, test } from "vitest";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { twoAgencies, wholeRecord } from "../procedures.fixture.ts";
import { noticeSheet } from "./notice-sheet.ts";
import { bookletRuns } from "./running-booklets.ts";
import { writeBooklet } from "./write-booklet.ts";
import { writeNoticeSheets } from "./write-notice-sheets.ts";

const textOf = ({ blocks }: Awaited<ReturnType<typeof readDocument>>): string => JSON.stringify(blocks);

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  db = await testDatabase();
  they = await twoAgencies(db);
});

test("a notice sheet says what people ask first, which version it is, and leads to the page", () => {
  const { methods } = wholeRecord();
  const sheet = noticeSheet(
    {
      ...{ code: "1.000601", version: 3, validFrom: "2026-12-01" },
      record: wholeRecord({ methods: [...methods, { ...methods[0]!, channel: "online", limitAmount: 10 }] }),
      address: "https://so.example.gov.vn/thu-tuc/1.000601-x",
    },
    { name: "Sở Mẫu", phone: "0200", email: null, hotline: null, isSample: true },
    "2026-12-02",
  );
  expect(sheet.stamp).toBe("Mã 1.000601, bản 3 áp dụng từ 01/12/2026; in ngày 02/12/2026");
  expect(sheet.glance.map(({ lines }) => lines)).toEqual([
    ["Sở Mẫu (trực tiếp, trực tuyến)"],
    ["Trực tiếp: 15 ngày làm việc", "Trực tuyến: 10 ngày làm việc"],
    ["Phí: Không"],
    ["Văn bản trả lời"],
    ["Công dân Việt Nam"],
  ]);
  expect(sheet.parts[3]!.lines).toEqual(["Chưa có thông tin"]);
  expect(sheet.contact).toEqual(["Sở Mẫu", "Điện thoại: 0200"]);
  expect(sheet.qr).toMatch(/^<svg .*<path d="M4 4h1v1h-1z/);
});

test("several are one tagged PDF, of the agency's own procedures alone", async () => {
  const ids = [await they.add("1.000601"), await they.add("1.000602", { name: "Tên có # và *sao*" })];
  const asked = { ids, paper: "a3", isLarge: true, host: "https://so.example.gov.vn" } as const;
  const pdf = Buffer.from(await writeNoticeSheets(db.database, they.agencyId, asked)).toString("latin1");
  expect(pdf).toMatch(/^%PDF-1\./);
  expect(pdf).toMatch(/pdfuaid:part(>|=")1/u);
  await expect(writeNoticeSheets(db.database, they.otherAgencyId, asked)).rejects.toThrow(NotFound);
  await expect(writeNoticeSheets(db.database, they.agencyId, { ...asked, ids: [uuidv7()] })).rejects.toThrow(
    NotFound,
  );
});

test("a book holds what is carried out, of one field or of all, with contents", async () => {
  await they.add("1.000603", { name: "Thủ tục thư viện", field: "Thư viện" });
  // Enough that it is set in a thread.
  for (let count = 0; count < 4; count += 1) await they.add(`1.00061${count}`);
  const asked = {
    field: null,
    agency: null,
    paper: "a4",
    isLarge: false,
    host: "https://so.example.gov.vn",
  } as const;
  const all = await writeBooklet(db.database, they.agencyId, asked);
  const one = await writeBooklet(db.database, they.agencyId, { ...asked, field: "Thư viện" });
  const words = async (pdf: Uint8Array) => textOf(await readDocument(pdf, "so-tay.pdf"));
  expect(await words(all)).toMatch(
    /Sổ tay thủ tục hành chính.*Mục lục.*Lễ hội.*Thư viện.*Thủ tục thư viện/su,
  );
  expect(await words(one)).not.toContain("Đăng ký tổ chức lễ hội");
  expect(Buffer.from(one).toString("latin1")).toMatch(/pdfuaid:part(>|=")1/u);
  await expect(writeBooklet(db.database, they.agencyId, { ...asked, agency: "Sở không có" })).rejects.toThrow(
    Unacceptable,
  );
});

test("a book that is set tells where it is to who asked for it alone, and is stopped by them", async () => {
  const clerk = await they.actor("office");
  const stranger = await they.actor("editor");
  const asked = {
    field: null,
    agency: null,
    paper: "a4",
    isLarge: false,
    host: "https://so.example.gov.vn",
  } as const;
  const id = uuidv7();
  const steps: string[] = [];
  const book = bookletRuns.underWatch(clerk, id, (run) =>
    writeBooklet(db.database, they.agencyId, {
      ...asked,
      run: {
        signal: run.signal,
        tell: (progress) => {
          steps.push(progress.step);
          run.tell(progress);
          // Its turn has come: the thread is at work.
          if (progress.step === "setting" && steps.filter((step) => step === "setting").length === 1)
            setImmediate(() => {
              expect(bookletRuns.progressOf(clerk, id)).toMatchObject({ step: "setting", seconds: 0 });
              expect(() => bookletRuns.progressOf(stranger, id)).toThrow(NotFound);
              expect(() => bookletRuns.stop(stranger, id)).toThrow(NotFound);
              bookletRuns.stop(clerk, id);
            });
        },
      },
    }),
  );
  await expect(book).rejects.toThrow(Conflict);
  expect(steps.slice(0, 2)).toEqual(["waiting", "setting"]);
  expect(() => bookletRuns.progressOf(clerk, id)).toThrow(NotFound);
  // The next is not held up by the one that was stopped.
  expect((await writeBooklet(db.database, they.agencyId, asked)).byteLength).toBeGreaterThan(1000);
});
