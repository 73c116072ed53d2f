import { beforeAll, describe, expect, test } from "vitest";
import type { Actor, Role } from "#platform/auth/actor.ts";
import { Conflict, Forbidden, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type TestDatabase, testDatabase } from "#platform/testing/test-database.ts";
import { type Work, work } from "#platform/work/work.ts";
import { confirmDocument } from "./confirm-document.ts";
import { correctDocument } from "./correct-document.ts";
import { documentsOfAgency, type Wanted } from "./document-queries.ts";
import { correctIssue, issueDocument } from "./issue-document.ts";
import { legalInstruments } from "./legal-instruments.ts";
import { loadInstruments } from "./load-instruments.ts";
import { forceOn } from "./official-document.ts";
import { type DocumentDescription, registerDocument } from "./register-document.ts";

let db: TestDatabase;
const agencyId = uuidv7();
const otherAgencyId = uuidv7();
const people = new Map<string, Actor>();
const actor = (role: Role, agency = agencyId): Actor => {
  const name = `${role} ${agency}`;
  const known = people.get(name) ?? {
    personId: uuidv7(),
    name: "Nguyễn Văn Mẫu",
    agencyId: agency,
    appointments: [{ role, unitId: null }],
  };
  people.set(name, known);
  return known;
};
const clerk = actor("office");
const auditor = actor("auditor");
const stranger = actor("office", otherAgencyId);
const as = <T>(who: Actor, act: (current: Work) => Promise<T>) => work(db.database, who, act);

const plan36: DocumentDescription = {
  number: "36/KH-UBND",
  type: "Kế hoạch",
  issuedOn: "2026-02-03",
  issuer: "UBND tỉnh Bắc Ninh",
  abstract: null,
};
const register = (description: DocumentDescription, who = clerk) =>
  as(who, (current) => registerDocument(current, description));
const numbersOf = async (wanted: Wanted) =>
  (await documentsOfAgency(db.database, agencyId, wanted)).map(({ number }) => number);
const auditOf = async (id: string) =>
  (
    await db.pool.query(
      "select act, before, after, reason from audit_entry where object_id = $1 order by at, id",
      [id],
    )
  ).rows;

beforeAll(async () => {
  db = await testDatabase();
  for (const [id, name, slug] of [
    [agencyId, "Sở Mẫu", "so-mau"],
    [otherAgencyId, "Sở Khác", "so-khac"],
  ])
    await db.pool.query(
      "insert into agency (id, kind, name, symbol, place, slug) values ($1, 'department', $2, 'SM', 'Bắc Ninh', $3)",
      [id, name, slug],
    );
  for (const { personId, agencyId: agency, name } of people.values())
    await db.pool.query("insert into person (id, agency_id, name, email) values ($1, $2, $3, $4)", [
      personId,
      agency,
      name,
      `${personId}@mau.vn`,
    ]);
});

describe("ghi văn bản vào sổ", () => {
  test("cùng số, ngày, cơ quan là cùng một văn bản, dù chữ hoa hay thường", async () => {
    const first = await register(plan36);
    const again = await register({ ...plan36, number: "36/kh-ubnd", abstract: "Ghi lần hai" });
    expect(again.id).toBe(first.id);
  });

  test("cùng số ở hai năm là hai văn bản", async () => {
    const other = await register({ ...plan36, issuedOn: "2025-02-03" });
    expect(other.id).not.toBe((await register(plan36)).id);
  });

  test("mười người ghi cùng lúc vẫn chỉ có một dòng", async () => {
    const one = { ...plan36, number: "69/KH-UBND" };
    const made = await Promise.all(Array.from({ length: 10 }, () => register(one)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test("chữ được ghép dấu (NFC)", async () => {
    const made = await register({ ...plan36, number: "70/KH-UBND", abstract: "Kế hoạch".normalize("NFD") });
    expect(made.abstract).toBe("Kế hoạch".normalize("NFC"));
  });

  test("văn bản đi: mỗi năm một số chỉ cấp một lần; văn bản đến trùng số thì không sao", async () => {
    const own = { ...plan36, number: "12/TB-SM", issuer: "Sở Mẫu", outgoing: true };
    await register(own);
    await expect(register({ ...own, issuedOn: "2026-06-01" })).rejects.toThrow(
      /Số 12\/TB-SM năm 2026 đã cấp cho văn bản ngày 03\/02\/2026/u,
    );
    await register({ ...own, issuedOn: "2027-01-05" });
    await register({ ...own, issuedOn: "2026-06-01", issuer: "Sở Khác", outgoing: false });
    await expect(
      db.pool.query(
        "insert into official_document (id, agency_id, number, type, issued_on, outgoing) values ($1, $2, '12/tb-sm', 'Thông báo', '2026-12-31', true)",
        [uuidv7(), agencyId],
      ),
    ).rejects.toThrow(/official_document_number_of_the_year/u);
  });

  test("người chỉ xem bị từ chối", async () => {
    await expect(register(plan36, auditor)).rejects.toThrow(Forbidden);
  });

  test("ngày hết hiệu lực trước ngày có hiệu lực bị từ chối, không ghi gì", async () => {
    const wrong = { ...plan36, number: "1/NQ", effectiveFrom: "2026-05-01", effectiveTo: "2026-04-01" };
    await expect(register(wrong)).rejects.toThrow(Unacceptable);
    expect(await numbersOf({ q: "1/NQ" })).toEqual([]);
  });
});

describe("tìm trong sổ", () => {
  test("gõ không dấu, thiếu chữ, lẫn hoa thường vẫn ra; ký tự đặc biệt chỉ là chữ", async () => {
    await register({
      ...plan36,
      number: "501/QĐ-UBND",
      type: "Quyết định",
      abstract: "Phê duyệt đề án đường sắt",
    });
    for (const q of ["duong sat", "ĐƯỜNG SẮT", "sat phe duyet", "501/qd", "quyet dinh duong"])
      expect(await numbersOf({ q }), q).toEqual(["501/QĐ-UBND"]);
    for (const q of ["%", "_____", "\\"]) expect(await numbersOf({ q }), q).toEqual([]);
  });

  test("lọc theo loại, theo năm và theo khoảng ngày", async () => {
    expect(await numbersOf({ type: "Quyết định" })).toEqual(["501/QĐ-UBND"]);
    expect(await numbersOf({ year: 2025 })).toEqual(["36/KH-UBND"]);
    expect(await numbersOf({ issued: { from: "2027-01-05", to: "2027-01-05" } })).toEqual(["12/TB-SM"]);
  });
});

describe("sửa văn bản đã ghi", () => {
  const correct = (id: string, changes: Partial<DocumentDescription>, who = clerk) =>
    as(who, (current) => correctDocument(current, { id, ...plan36, ...changes, reason: "Ghi nhầm" }));

  test("giữ bản trước và lý do trong nhật ký", async () => {
    const { id } = await register({ ...plan36, number: "80/KH-UBND" });
    const after = await correct(id, { number: "81/KH-UBND", abstract: "Đúng số" });
    expect(after).toMatchObject({ number: "81/KH-UBND", abstract: "Đúng số" });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      act: "correct-document",
      reason: "Ghi nhầm",
      before: { number: "80/KH-UBND" },
      after: { number: "81/KH-UBND" },
    });
  });

  test("thành trùng với văn bản khác, hoặc tự thay chính nó thì bị từ chối", async () => {
    const { id } = await register({ ...plan36, number: "82/KH-UBND" });
    await expect(correct(id, { number: "36/kh-ubnd" })).rejects.toThrow(Conflict);
    await expect(
      as(clerk, (w) =>
        correctDocument(w, { id, ...plan36, number: "82/KH-UBND", replacedBy: id, reason: "x" }),
      ),
    ).rejects.toThrow(/chính nó/u);
    expect(await numbersOf({ q: "82/KH" })).toEqual(["82/KH-UBND"]);
  });

  test("người chỉ xem, cơ quan khác không sửa được", async () => {
    const { id } = await register(plan36);
    await expect(correct(id, {}, auditor)).rejects.toThrow(Forbidden);
    await expect(correct(id, {}, stranger)).rejects.toThrow(NotFound);
  });
});

describe("văn bản do báo cáo ghi", () => {
  const issue = {
    type: "Báo cáo",
    number: "152/BC-SM",
    issuedOn: "2026-11-17",
    abstract: "Kết quả tháng 11",
  };

  test("vào sổ là văn bản đi của cơ quan; sửa trong sổ bị từ chối, sửa qua báo cáo thì được", async () => {
    const { id } = await as(clerk, (w) => issueDocument(w, "report", issue));
    await expect(
      as(clerk, (w) => correctDocument(w, { id, ...plan36, number: "153/BC-SM", reason: "x" })),
    ).rejects.toThrow(/sửa tại trang của báo cáo/u);
    const set = await as(clerk, (w) =>
      correctIssue(w, { id, number: "153/BC-SM", issuedOn: "2026-11-18", reason: "Gõ nhầm" }),
    );
    expect(set).toMatchObject({
      number: "153/BC-SM",
      issuedOn: "2026-11-18",
      outgoing: true,
      issuer: "Sở Mẫu",
    });
  });

  test("số đã cấp cho văn bản khác trong năm thì không cấp lại, không ghi gì", async () => {
    const { id } = await as(clerk, (w) => issueDocument(w, "report", { ...issue, number: "200/BC-SM" }));
    await expect(
      as(clerk, (w) => issueDocument(w, "report", { ...issue, number: "200/bc-sm", issuedOn: "2026-12-01" })),
    ).rejects.toThrow(/Số 200\/BC-SM năm 2026 đã cấp/u);
    await expect(
      as(clerk, (w) => correctIssue(w, { id, number: "153/BC-SM", issuedOn: "2026-01-01", reason: "x" })),
    ).rejects.toThrow(Conflict);
    expect(await numbersOf({ q: "200/BC-SM" })).toEqual(["200/BC-SM"]);
  });

  test("dòng văn thư đã ghi tay cho đúng số, ngày ấy trở thành văn bản của báo cáo, không có dòng thứ hai", async () => {
    const byHand = await register({
      ...plan36,
      number: "300/BC-SM",
      issuedOn: "2026-11-17",
      issuer: "Sở Mẫu",
    });
    const issued = await as(clerk, (w) => issueDocument(w, "report", { ...issue, number: "300/BC-SM" }));
    expect(issued).toMatchObject({ id: byHand.id, keptBy: "report", outgoing: true });
  });
});

describe("danh mục văn bản pháp luật", () => {
  test("mỗi số một dòng, ngày hợp lệ, văn bản thay thế có trong danh mục và không thay vòng", () => {
    const numbers = legalInstruments.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { number, effectiveFrom, effectiveTo, replacedBy } of legalInstruments) {
      if (effectiveFrom && effectiveTo) expect(effectiveTo > effectiveFrom, number).toBe(true);
      for (const day of [effectiveFrom, effectiveTo])
        if (day) expect(() => Temporal.PlainDate.from(day)).not.toThrow();
      if (replacedBy === undefined) continue;
      expect(numbers, number).toContain(replacedBy);
      expect(legalInstruments.find((one) => one.number === replacedBy)!.replacedBy, number).toBeUndefined();
    }
  });

  test("nạp lần hai không thêm gì, không đụng tới điều người đã ghi; văn bản có sẵn chỉ được bổ sung lĩnh vực", async () => {
    const cited = await register({
      ...plan36,
      number: "118/2025/NĐ-CP",
      type: "Nghị định",
      issuedOn: "2025-06-09",
      issuer: "Chính phủ",
    });
    const first = await as(clerk, loadInstruments);
    expect(first).toEqual({ added: legalInstruments.length - 1, completed: 1 });
    const found = (await documentsOfAgency(db.database, agencyId)).find(({ id }) => id === cited.id)!;
    expect(found).toMatchObject({
      id: cited.id,
      issuer: "Chính phủ",
      topic: "Cơ chế một cửa",
      effectiveFrom: "2025-07-01",
      toConfirm: false,
    });
    expect(await as(clerk, loadInstruments)).toEqual({ added: 0, completed: 0 });
    const [old] = await documentsOfAgency(db.database, agencyId, { q: "61/2018" });
    expect(old!.replacedBy).toBe(cited.id);
  });

  test("điều chưa đối chiếu thì chờ xác nhận; xác nhận một lần, có người, có lúc", async () => {
    const [waiting] = await documentsOfAgency(db.database, agencyId, { q: "30/2020/NĐ-CP" });
    expect(waiting!.toConfirm).toBe(true);
    const { id } = waiting!;
    await expect(as(auditor, (w) => confirmDocument(w, { id }))).rejects.toThrow(Forbidden);
    const confirmed = await as(clerk, (w) => confirmDocument(w, { id }));
    expect(confirmed).toMatchObject({ toConfirm: false, confirmedBy: clerk.personId });
    await expect(as(clerk, (w) => confirmDocument(w, { id }))).rejects.toThrow(Conflict);
    await expect(as(stranger, (w) => confirmDocument(w, { id }))).rejects.toThrow(NotFound);
  });

  test("người chỉ xem không nạp được", async () => {
    await expect(as(auditor, loadInstruments)).rejects.toThrow(Forbidden);
  });

  test("hiệu lực tính theo ngày: trước, trong, sau; có văn bản thay thì đã hết; không rõ ngày thì nói chưa rõ", () => {
    const dated = {
      topic: "Báo chí",
      effectiveFrom: "2026-07-01",
      effectiveTo: "2026-12-31",
      replacedBy: null,
    };
    expect(
      ["2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"].map((day) => forceOn(dated, day)),
    ).toEqual(["not-yet", "in-force", "in-force", "ended"]);
    const open = { ...dated, effectiveFrom: null, effectiveTo: null };
    expect(forceOn(open, "2026-07-01")).toBe("unknown");
    expect(forceOn({ ...open, replacedBy: "id" }, "2026-07-01")).toBe("ended");
    expect(forceOn({ ...dated, topic: null }, "2026-07-01")).toBeNull();
  });
});
