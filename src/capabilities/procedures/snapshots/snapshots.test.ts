import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { keepFilesIn, readFile } from "#platform/files/files.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { dropPosting } from "../postings/drop-posting.ts";
import { placesOf } from "../postings/place-queries.ts";
import { postingBoard } from "../postings/posting-board.ts";
import { recordPosting } from "../postings/record-posting.ts";
import { procedureById } from "../procedure-queries.ts";
import { twoAgencies, wholeRecord } from "../procedures.fixture.ts";
import type { ProcedureKey } from "../reading/procedure-columns.ts";
import { repealProcedure } from "../repeal-procedure.ts";
import { saveProcedure } from "../save-procedure.ts";
import { compareRow } from "./compare-row.ts";
import { compareSnapshot } from "./compare-snapshot.ts";
import { dropSnapshot } from "./drop-snapshot.ts";
import { proveBySnapshot } from "./prove-by-snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";

let db: TestDatabase;
let they: Awaited<ReturnType<typeof twoAgencies>>;
let national: string;
const DAY = "2026-11-30";
beforeAll(async () => {
  keepFilesIn(mkdtempSync(join(tmpdir(), "gandan-snapshots-")));
  db = await testDatabase();
  they = await twoAgencies(db);
  national = (await placesOf(db.database, they.agencyId))[0]!.id;
});

describe("a row of a list beside a record", () => {
  const method = { channel: "direct" as const, limitAmount: 15, limitText: "kể từ ngày nhận đủ" };
  const record = wholeRecord({
    methods: [
      { ...method, fees: [{ kind: "charge", amount: 500_000, text: "một lần" }] },
      { ...method, channel: "online", fees: [{ kind: "charge", amount: 500_000, text: "một lần" }] },
    ] as never,
    steps: "Bước 1. Nộp hồ sơ.\nBước 2. Nhận kết quả.",
    decidedOn: "2026-07-01",
  });
  test.each([
    ["ten_tthc", "Đăng ký  tổ chức lễ hội", "same"],
    ["ten_tthc", "Đăng ký tổ chức hội", "differs"],
    ["ten_tthc", "", "differs"],
    ["ten_co_quan", "Sở Mẫu", "same"],
    ["muc_do_dvc", "Mức độ 4", "same"],
    ["muc_do_dvc", "Một phần", "differs"],
    ["muc_do_dvc", "mức lạ", "differs"],
    ["cap_thuc_hien", "Tỉnh", "same"],
    ["doi_tuong", "Cá nhân", "same"],
    ["kenh", "Trực tuyến; Trực tiếp", "same"],
    ["kenh", "Trực tiếp", "differs"],
    ["thoi_han", "15", "same"],
    ["thoi_han", "15 ngày", "differs"],
    ["thoi_han", "12 ngày làm việc", "differs"],
    ["phi_le_phi", "500.000 đồng", "same"],
    ["phi_le_phi", "Không", "differs"],
    ["trinh_tu", "Bước 1. Nộp hồ sơ.; Bước 2. Nhận kết quả.", "same"],
    ["yeu_cau", "", "same"],
    ["ngay_cong_bo", "2026-07-01", "same"],
    ["ngay_cong_bo", "chưa rõ", "differs"],
    ["cap_nhat_luc", "2026-11-01", "same"],
  ] as [ProcedureKey, string, "same" | "differs"][])("%s “%s” %s", (field, cell, verdict) => {
    const { differences } = compareRow(cell === "" ? {} : { [field]: cell }, new Set([field]), record);
    expect(differences.map((one) => one.field)).toEqual(verdict === "same" ? [] : [field]);
  });

  test("that differs in the place of a tone mark alone is no difference; a column that is absent tells nothing", () => {
    const tone = wholeRecord({ name: "Xét tặng danh hiệu hòa giải" });
    expect(compareRow({ ten_tthc: "Xét tặng danh hiệu hoà giải" }, new Set(["ten_tthc"]), tone)).toEqual({
      differences: [],
      spelling: ["ten_tthc"],
      formal: [],
    });
    expect(
      compareRow({ ten_tthc: "XÉT TẶNG DANH HIỆU HOÀ GIẢI." }, new Set(["ten_tthc"]), tone),
    ).toMatchObject({ differences: [], formal: ["ten_tthc"] });
    expect(compareRow({}, new Set(), tone).differences).toEqual([]);
  });
});

describe("a list of a place is kept as it stood on a day", () => {
  const HEAD = "Mã TTHC,Tên thủ tục,Cơ quan thực hiện,Kết quả thực hiện,Trạng thái,Ngày cập nhật\n";
  const take = async (rows: string[], part: object = {}, who = they.clerk) => {
    const id = uuidv7();
    await they.as(who, (work) =>
      takeSnapshot(work, {
        ...{ id, placeId: national, asOf: "2026-11-29", isFull: true, fileName: "csdlqg.csv" },
        bytes: new TextEncoder().encode(HEAD + rows.join("\n")),
        ...part,
      }),
    );
    return id;
  };
  const look = (id: string) => compareSnapshot(db.database, they.agencyId, id, DAY);
  const standings = async (id: string) =>
    Object.fromEntries((await look(id)).findings.map(({ code, standing }) => [code, standing]));
  const cellOf = async (procedureId: string) =>
    (await postingBoard(db.database, they.agencyId, DAY)).rows
      .find((row) => row.procedureId === procedureId)
      ?.cells.find(({ placeId }) => placeId === national);
  const prove = (id: string, procedureIds: string[], who = they.clerk) =>
    they.as(who, (work) => proveBySnapshot(work, { id, procedureIds }));
  const change = (id: string, results: string[]) =>
    they.as(they.clerk, async (work) => {
      const { version } = (await procedureById(work.tx, they.agencyId, id))!;
      await saveProcedure(work, {
        ...{ id, suffix: "", validFrom: "2026-11-01", seen: version.version, reason: "Sửa" },
        record: wholeRecord({ results }),
      });
    });

  test("compared with the register, and shows what stands there once a person says so", async () => {
    const [same, changed, missing, over, renewed] = [
      await they.add("1.000601"),
      await they.add("1.000602"),
      await they.add("1.000603"),
      await they.add("1.000604"),
      await they.add("1.000605", { steps: "Bước 1." }),
    ];
    await change(changed, ["Giấy phép"]);
    // What the list does not tell cannot say which version it is.
    await they.as(they.clerk, (work) =>
      saveProcedure(work, {
        ...{ id: renewed, suffix: "", validFrom: "2026-11-01", seen: 1, reason: "Sửa" },
        record: wholeRecord({ steps: "Bước 2." }),
      }),
    );
    await they.as(they.clerk, (work) =>
      recordPosting(work, {
        ...{ id: uuidv7(), procedureIds: [over], placeId: national, seenOn: "2026-11-02" },
        ...{ url: "https://mau.gandan.vn/x", note: "", file: null },
      }),
    );
    await they.as(they.clerk, (work) =>
      repealProcedure(work, { id: over, repealedOn: "2026-11-10", reason: "Hết", successorId: null }),
    );
    const line = (code: string, more = "", name = "Đăng ký tổ chức lễ hội", agency = "Sở Mẫu") =>
      `${code},${name},${agency},${more || "Văn bản trả lời"},,01/11/2026`;
    const rows = [
      line("1.000601.000.00.00.H05"),
      line("1.000602"),
      line("1.000605"),
      line("1.000698", "", "Thủ tục lạ"),
      line("1.000699", "", "Thủ tục của nơi khác", "Sở Khác"),
      line("", "", "Không có mã"),
    ];
    await expect(take(rows, {}, await they.actor("auditor"))).rejects.toThrow(Forbidden);
    await expect(take([])).rejects.toThrow(/không có dòng nào/);
    await expect(take(rows, { asOf: "2026-12-01" })).rejects.toThrow(Unacceptable);
    await expect(take(rows, { placeId: uuidv7() })).rejects.toThrow(NotFound);
    const id = await take(rows);
    expect(await readFile(id)).not.toBeNull();
    const { findings, snapshot } = await look(id);
    expect(snapshot.rejected.map(({ row, errors }) => [row, errors])).toEqual([
      [7, ["Mã TTHC: Dòng thiếu mã thủ tục."]],
    ]);
    expect(await standings(id)).toEqual({
      ...{ "1.000601": "same", "1.000602": "stale", "1.000603": "missing", "1.000604": "gone" },
      ...{ "1.000605": "unclear", "1.000698": "extra", "1.000699": "elsewhere" },
    });
    expect(findings.find(({ code }) => code === "1.000602")).toMatchObject({
      staleVersion: 1,
      differences: [{ field: "ket_qua", here: "Giấy phép", there: "Văn bản trả lời" }],
      changedThereOn: "2026-11-01",
      shows: null,
    });
    // Only what says just what the register says, and what is gone.
    const shown = findings.filter(({ shows }) => shows !== null);
    expect(shown.map(({ code, shows }) => [code, shows])).toEqual([
      ["1.000601", "posted"],
      ["1.000604", "removed"],
    ]);
    await expect(prove(id, [same, changed])).rejects.toThrow(/1\.000602 không còn khớp/);
    await expect(prove(id, [same, missing])).rejects.toThrow(Conflict);
    await expect(prove(id, [same], await they.actor("auditor"))).rejects.toThrow(Forbidden);
    expect(await prove(id, [same, over])).toBe(2);
    // Said again, nothing is added.
    expect(await prove(id, [same, over])).toBe(0);
    expect(await cellOf(same)).toMatchObject({
      state: "posted",
      proof: { version: 1, seenOn: "2026-11-29", url: null, hasFile: true },
    });
    expect((await cellOf(over))!.state).toBe("removed");
    await expect(they.as(they.clerk, (work) => dropSnapshot(work, { id, reason: "Nhầm" }))).rejects.toThrow(
      /minh chứng của 2 thủ tục/,
    );
    // Dropped by hand, it may be said anew.
    const { proof } = (await cellOf(same))!;
    await they.as(they.clerk, (work) => dropPosting(work, { id: proof!.id, reason: "Nhầm" }));
    expect(await prove(id, [same])).toBe(1);
    // The register went on: what was shown is of the former version.
    await change(same, ["Thẻ"]);
    expect((await standings(id))["1.000601"]).toBe("stale");
    expect((await cellOf(same))!.state).toBe("stale");
  });

  test("that names only a part finds nothing missing; nobody else's is told of; taken by mistake it goes", async () => {
    const id = await take(["1.000603,Đăng ký tổ chức lễ hội,Sở Mẫu,Văn bản trả lời,Bãi bỏ,"], {
      isFull: false,
    });
    expect(await standings(id)).toEqual({ "1.000603": "missing" });
    await expect(compareSnapshot(db.database, they.otherAgencyId, id, DAY)).rejects.toThrow(NotFound);
    await they.as(they.clerk, (work) => dropSnapshot(work, { id, reason: "Chọn nhầm tệp" }));
    await expect(look(id)).rejects.toThrow(NotFound);
  });
});
