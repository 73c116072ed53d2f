import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, Unacceptable } from "#platform/auth/policy.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { presentProcedure } from "../present-procedure.ts";
import { procedureByCode } from "../procedure-queries.ts";
import { twoAgencies, wholeRecord } from "../procedures.fixture.ts";
import { findPublicProcedures } from "../published.ts";
import { partInWords } from "../record-words.ts";
import { saveProcedure } from "../save-procedure.ts";
import { importProcedures, type ListToImport } from "./import-procedures.ts";
import { procedureImports } from "./import-queries.ts";
import { feesFrom, limitFrom, methodsFrom } from "./methods-from-row.ts";
import { recordFromRow } from "./record-from-row.ts";
import type { ListRun } from "./running-lists.ts";
import { tryProcedureList } from "./try-procedure-list.ts";
import { undoProcedureImport } from "./undo-procedure-import.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  db = await testDatabase();
  they = await twoAgencies(db);
});

describe("a row of a list becomes a record", () => {
  test.each([
    ["15", "ngày làm việc", [15, "working-day", ""]],
    ["15 ngày làm việc, kể từ ngày nhận đủ hồ sơ", "", [15, "working-day", "kể từ ngày nhận đủ hồ sơ"]],
    ["2,5", "giờ", [2.5, "hour", ""]],
    ["3 tháng", "", [3, "month", ""]],
    ["Trả kết quả ngay", "", [null, "other", "Trả kết quả ngay"]],
  ] as const)("time limit “%s” %s", (text, unit, [limitAmount, limitUnit, limitText]) => {
    expect(limitFrom(text, unit, "")).toEqual({ limitAmount, limitUnit, limitText });
  });

  test.each([
    ["Không", 0, ""],
    ["500.000", 500_000, ""],
    ["1.500.000 đồng", 1_500_000, ""],
    ["500.000 đồng/lần thẩm định", null, "500.000 đồng/lần thẩm định"],
  ] as const)("fee “%s”", (written, amount, text) => {
    expect(feesFrom(written)).toEqual([{ kind: "fee", amount, text }]);
  });

  test("what a row says nothing of stays, and what it says in other words is no change", () => {
    const before = wholeRecord({ conditions: "Không" });
    const same = {
      ...{ ma_tthc: "1.1", ten_tthc: before.name, ten_linh_vuc: "Lễ hội", cap_thuc_hien: "Tỉnh" },
      ...{ muc_do_dvc: "Mức độ 4", kenh: "1", thoi_han: "15", don_vi_thoi_han: "Ngày làm việc" },
      ...{ phi_le_phi: "Không", thanh_phan_ho_so: "Đơn đăng ký", doi_tuong: "Công dân Việt Nam" },
    };
    expect(recordFromRow(same, before)).toEqual({ record: before, notes: [] });
    expect(recordFromRow({ yeu_cau: "" }, before).record).toEqual(before);
    const { record, notes } = recordFromRow({ url_dvc: "không có", ngay_cong_bo: "sắp tới" }, before);
    expect(record).toEqual(before);
    expect(notes).toHaveLength(2);
    const told = [{ ...before.methods[0]!, limitText: "kể từ ngày nhận đủ" }];
    expect(methodsFrom({ thoi_han: "9 ngày" }, told)).toMatchObject([
      { limitAmount: 9, limitUnit: "day", limitText: "kể từ ngày nhận đủ" },
    ]);
    const ways = methodsFrom({ kenh: "Trực tuyến; Trực tiếp", thoi_han: "10" }, before.methods);
    expect(partInWords({ ...before, methods: ways }, "methods")).toBe(
      "Trực tiếp: 10 ngày làm việc; Phí: Không\nTrực tuyến: 10 ngày làm việc",
    );
  });
});

describe("a list comes into the register", () => {
  const HEAD = "STT,Mã TTHC,Tên thủ tục,Lĩnh vực,Cơ quan thực hiện,Kết quả thực hiện,Trạng thái\n";
  const listOf = (...rows: string[]) => new TextEncoder().encode(HEAD + rows.join("\n"));
  const given = (bytes: Uint8Array, part: Partial<ListToImport> = {}): ListToImport => ({
    ...{ bytes, isFull: false, reason: "Theo danh mục", today: "2026-11-30" },
    ...{ fileName: "danh-muc.csv", validFrom: "2026-12-01", seen: null },
    ...part,
  });
  const bring = (bytes: Uint8Array, part: Partial<ListToImport> = {}, who = they.clerk) =>
    they.as(who, (work) => importProcedures(work, given(bytes, part)));
  const undo = (id: string | null) => they.as(they.clerk, (work) => undoProcedureImport(work, { id: id! }));
  const current = async (code: string) => procedureByCode(db.database, they.agencyId, code);
  const facts = async (code: string) => {
    const found = await current(code);
    return found && [found.version.version, found.version.results.join(), found.procedure.state];
  };

  test("tried row by row, taken once, and taken back whole", async () => {
    await they.add("1.000401");
    await they.add("1.000402");
    const list = listOf(
      "1,1.000401,Đăng ký tổ chức lễ hội,Lễ hội,Sở Mẫu,Văn bản trả lời,",
      "2,,Dòng không có mã,Lễ hội,Sở Mẫu,x,",
      "3,1.000402.000.00.00.H05,Đăng ký tổ chức lễ hội,Lễ hội,Sở Mẫu,Giấy phép,",
      "4,1.000403,Cấp thẻ mới,Lữ hành,Sở Mẫu,Thẻ,",
      "5,1.000404,Thủ tục đã hết,Lữ hành,Sở Mẫu,Thẻ,Bãi bỏ",
      ...Array.from(
        { length: 4 },
        (_, index) => `${6 + index},1.00041${index},Thủ tục ${index},Lữ hành,Sở Mẫu,Thẻ,`,
      ),
    );
    const { judged } = await tryProcedureList(db.database, they.agencyId, given(list));
    expect(judged.rows.map(({ state }) => state)).toEqual([
      ...["unchanged", "bad", "changed", "new", "left"],
      ...["new", "new", "new", "new"],
    ]);
    expect(judged.rows[1]).toMatchObject({ line: 3, written: { ten_tthc: "Dòng không có mã" } });
    expect(judged.rows[2]!.changes).toEqual([
      { part: "Kết quả thực hiện", before: "Văn bản trả lời", now: "Giấy phép" },
    ]);
    await expect(bring(list, { seen: "khác" })).rejects.toThrow(Conflict);
    await expect(bring(list, {}, await they.actor("auditor"))).rejects.toThrow(Forbidden);

    const made = await bring(list, { seen: judged.seen });
    expect(made.counts).toEqual({ new: 5, changed: 1, unchanged: 1, repealed: 0, left: 1, bad: 1 });
    expect(await facts("1.000402")).toEqual([2, "Giấy phép", "in-force"]);
    expect(await facts("1.000401")).toEqual([1, "Văn bản trả lời", "in-force"]);
    const found = await findPublicProcedures(db.database, they.agencyId, "cap the moi", 5);
    expect(found.map(({ code }) => code)).toEqual(["1.000403"]);
    const again = await bring(list);
    expect(again).toMatchObject({ importId: null, counts: { new: 0, changed: 0, unchanged: 7 } });

    await undo(made.importId);
    expect(await current("1.000403")).toBeNull();
    expect(await findPublicProcedures(db.database, they.agencyId, "cap the moi", 5)).toEqual([]);
    expect(await facts("1.000402")).toEqual([3, "Văn bản trả lời", "in-force"]);
    await expect(undo(made.importId)).rejects.toThrow(Conflict);
    // What was taken back may come in anew.
    expect((await bring(list)).counts.new).toBe(5);
    const { imports } = await procedureImports(db.database, they.clerk);
    expect(imports.map(({ left, undoneAt }) => [left, undoneAt !== null])).toEqual([
      [6, false],
      [6, true],
    ]);
  });

  test("is not taken back over what somebody did since", async () => {
    const made = await bring(listOf("1,1.000402,Đăng ký tổ chức lễ hội,Lễ hội,Sở Mẫu,Thông báo,"));
    const { procedure, version } = (await current("1.000402"))!;
    await they.as(they.clerk, (work) =>
      saveProcedure(work, {
        ...{
          id: procedure.id,
          suffix: "",
          validFrom: "2026-12-02",
          seen: version.version,
          reason: "Sửa tay",
        },
        record: wholeRecord({ results: ["Sửa tay"] }),
      }),
    );
    await expect(undo(made.importId)).rejects.toThrow(/1\.000402 đã được sửa sau lần nhập/);
    expect((await facts("1.000402"))![1]).toBe("Sửa tay");
  });

  test("a full list repeals what it does not name, unless a row of it could not be read", async () => {
    const rows = ["1,1.000401,Đăng ký tổ chức lễ hội,Lễ hội,Sở Mẫu,Văn bản trả lời,"];
    const many = Array.from(
      { length: 9 },
      (_, index) => `${index},1.00050${index},Tên ${index},Lễ hội,Sở Mẫu,Thẻ,`,
    );
    await expect(
      bring(listOf(...rows, ...many, "9,,Không mã,Lễ hội,Sở Mẫu,x,"), { isFull: true }),
    ).rejects.toThrow(Unacceptable);
    await expect(bring(listOf(...rows, "9,,Không mã,Lễ hội,Sở Mẫu,x,"))).rejects.toThrow(/một phần năm/);
    await expect(bring(listOf(), { isFull: true })).rejects.toThrow(/không có dòng nào/);
    const made = await bring(listOf(...rows), { isFull: true });
    expect(made.counts).toMatchObject({ unchanged: 1, repealed: 6 });
    const { procedure } = (await current("1.000402"))!;
    expect(await presentProcedure(db.database, they.clerk, procedure.id)).toMatchObject({
      ...{ state: "repealed", stateReason: "Theo danh mục", repealedOn: "2026-11-30" },
    });
    await undo(made.importId);
    expect((await current("1.000402"))!.procedure).toMatchObject({ state: "in-force", repealedOn: null });
    expect(await findPublicProcedures(db.database, they.agencyId, "cap the moi", 5)).toHaveLength(1);
  });

  const unknownHeads = (...rows: string[]) =>
    new TextEncoder().encode(
      ["DANH MỤC NĂM 2026;;;;", "STT;Ký hiệu;Nội dung việc;Thời gian;", ";;;Số ngày;Tính theo", ...rows].join(
        "\n",
      ),
    );
  const byHand = {
    headerLine: 2,
    columns: ["", "ma_tthc", "ten_tthc", "thoi_han", "don_vi_thoi_han"] satisfies ListToImport["columns"],
  };

  test("whose heads nobody knows is matched by hand, and the next one with the same heads by itself", async () => {
    const list = unknownHeads("1;1.990001;Việc thử một;5;ngày làm việc", "2;1.990002;Việc thử hai;7;ngày");
    await expect(bring(list)).rejects.toThrow(/“Mã TTHC”, “Tên thủ tục”/);
    const asked = await tryProcedureList(db.database, they.agencyId, { ...given(list), toBeMatched: true });
    expect(asked).toMatchObject({ lacking: ["ma_tthc", "ten_tthc"], headerLine: 2, judged: { rows: [] } });
    expect(asked.columns.map(({ header }) => header)).toEqual([
      ...["STT", "Ký hiệu", "Nội dung việc", "Thời gian / Số ngày", "Thời gian / Tính theo"],
    ]);
    await expect(bring(list, { ...byHand, columns: ["ma_tthc", "ma_tthc"] })).rejects.toThrow(/Có hai cột/);
    await expect(bring(list, { ...byHand, columns: ["", "ma_tthc"] })).rejects.toThrow(
      /thiếu cột “Tên thủ tục”/,
    );
    const made = await bring(list, byHand);
    expect(made.counts).toMatchObject({ new: 2, bad: 0 });
    expect((await current("1.990002"))!.version.methods).toMatchObject([
      { limitAmount: 7, limitUnit: "day" },
    ]);
    const next = await bring(unknownHeads("1;1.990003;Việc thử ba;9;ngày"));
    expect(next.counts).toMatchObject({ new: 1, bad: 0 });
    // Of another agency nobody has said anything.
    const { lacking } = await tryProcedureList(db.database, they.otherAgencyId, {
      ...given(list),
      toBeMatched: true,
    });
    expect(lacking).toEqual(["ma_tthc", "ten_tthc"]);
    for (const { importId } of [next, made]) await undo(importId);
  });

  test("is taken back in parts, stopped at any of them with nothing changed, and whole the next time", async () => {
    const before = await they.add("1.990100");
    const rows = Array.from(
      { length: 620 },
      (_, at) => `${at},1.98${String(at).padStart(4, "0")},Việc ${at},Lễ hội,Sở Mẫu,Thẻ,`,
    );
    const made = await bring(listOf("0,1.990100,Đăng ký tổ chức lễ hội,Lễ hội,Sở Mẫu,Giấy mới,", ...rows));
    const seen: [string, number, number | null][] = [];
    const stopper = new AbortController();
    const run: ListRun = {
      signal: stopper.signal,
      tell: ({ step, done, total }) => {
        seen.push([step, done, total]);
        if (step === "restoring" && done > 0) stopper.abort(new Conflict("Đã dừng"));
      },
    };
    const takeBack = (how?: ListRun) =>
      they.as(they.clerk, (work) => undoProcedureImport(work, { id: made.importId! }, how));
    await expect(takeBack(run)).rejects.toThrow("Đã dừng");
    expect(seen).toEqual([
      ["checking", 0, 621],
      ["checking", 500, 621],
      ["restoring", 0, 621],
      ["restoring", 500, 621],
    ]);
    expect(await facts("1.990100")).toEqual([2, "Giấy mới", "in-force"]);
    expect(await current("1.980000")).not.toBeNull();
    expect((await findPublicProcedures(db.database, they.agencyId, "1.980001", 5)).length).toBe(1);
    await takeBack();
    expect(await facts("1.990100")).toEqual([3, "Văn bản trả lời", "in-force"]);
    expect((await current("1.990100"))!.procedure.id).toBe(before);
    expect([await current("1.980000"), await current("1.980619")]).toEqual([null, null]);
  });

  test("is stopped while it is read or written, and nothing of it stays", async () => {
    const list = listOf("1,1.990009,Việc dừng lại,Lễ hội,Sở Mẫu,Thẻ,");
    for (const at of ["reading", "judging", "writing"] as const) {
      const stopper = new AbortController();
      const run: ListRun = {
        signal: stopper.signal,
        tell: ({ step }) => step === at && stopper.abort(new Conflict("Đã dừng")),
      };
      if (at === "reading") stopper.abort(new Conflict("Đã dừng"));
      await expect(they.as(they.clerk, (work) => importProcedures(work, given(list), run))).rejects.toThrow(
        "Đã dừng",
      );
      expect(await current("1.990009")).toBeNull();
    }
    expect(
      (await procedureImports(db.database, they.clerk)).imports.every(
        ({ undoneAt, left }) => undoneAt || left > 0,
      ),
    ).toBe(true);
  });
});
