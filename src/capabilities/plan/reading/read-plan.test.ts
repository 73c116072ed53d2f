import { describe, expect, test } from "vitest";
import type { Clause, PlanReading } from "./plan-reading.ts";
import { planReadingSchema } from "./plan-reading.ts";
import { readPlan, readPlanWithSource } from "./read-plan.ts";
import { bytesOf, textPlan, wordPlan } from "./sample-plans.fixture.ts";

function paths(clauses: Clause[]): string[] {
  return clauses.flatMap((clause) => [clause.path, ...paths(clause.children)]);
}

function find(reading: PlanReading, path: string): Clause {
  const open = [...reading.clauses];
  for (let clause = open.pop(); clause; clause = open.pop()) {
    if (clause.path === path) return clause;
    open.push(...clause.children);
  }
  throw new Error(`no clause ${path}`);
}

describe("a plan typed as text", () => {
  test("gives its header with blanks as null, the signer and the recipients", async () => {
    const { header } = await readPlan(bytesOf(textPlan), "ke-hoach.txt");
    expect(header).toEqual({
      parentAgency: null,
      agency: "SỞ MẪU THỬ",
      number: null,
      symbol: "KH-SMT",
      place: "Bắc Ninh",
      date: null,
      type: "KẾ HOẠCH",
      title: "Thử nghiệm tuyên truyền về dịch vụ công năm 2026",
      signer: { authority: ["KT. GIÁM ĐỐC"], position: "PHÓ GIÁM ĐỐC", name: "Nguyễn Văn Mẫu" },
      recipients: ["UBND tỉnh (để báo cáo)", "Lưu: VT"],
    });
  });

  test("addresses every clause, điểm in Vietnamese order, paragraphs and bullets by position", async () => {
    const reading = await readPlan(bytesOf(textPlan), "ke-hoach.txt");
    expect(paths(reading.clauses)).toEqual([
      "I",
      "I.p1",
      "II",
      "II.1",
      "II.2",
      "II.2.a",
      "II.2.b",
      "II.2.c",
      "II.2.d",
      "II.2.đ",
      "II.2.e",
      "III",
      "III.1",
      "III.1.b1",
      "III.1.b2",
      "III.1.b2.b1",
      "III.1.b2.b2",
      "p1",
    ]);
    expect(find(reading, "II.1")).toMatchObject({
      label: "1",
      level: 1,
      title: "Viết tin",
      text: "Mỗi tuần có tin mới về dịch vụ công.",
    });
    expect(find(reading, "II.2")).toMatchObject({ title: "Mở lớp hướng dẫn", text: "" });
  });

  test("cites each document once, as basis when the opening names it", async () => {
    const { citations } = await readPlan(bytesOf(textPlan), "ke-hoach.txt");
    expect(citations).toEqual([
      expect.objectContaining({
        number: "118/2025/NĐ-CP",
        type: "Nghị định",
        date: "2025-06-09",
        issuer: "Chính phủ",
        role: "basis",
      }),
      expect.objectContaining({
        number: "15/KH-UBND",
        type: "Kế hoạch",
        date: "2026-01-20",
        issuer: "UBND tỉnh Bắc Ninh",
        role: "basis",
      }),
    ]);
  });

  test("turns labelled lines and sentences into tasks", async () => {
    const { tasks, warnings } = await readPlan(bytesOf(textPlan), "ke-hoach.txt");
    expect(tasks).toMatchObject([
      {
        clause: "II.1",
        title: "Viết tin",
        leadUnit: "Phòng Truyền thông, Báo chí",
        leadUnits: ["Phòng Truyền thông, Báo chí"],
        coordinatingUnits: ["Văn phòng Sở", "các phòng, đơn vị liên quan"],
        due: { kind: "recurring", every: "week", text: "hằng tuần" },
      },
      {
        clause: "II.2",
        title: "Mở lớp hướng dẫn",
        leadUnit: null,
        leadUnits: [],
        due: { kind: "period", from: "2026-04-01", to: "2026-06-30" },
      },
      {
        clause: "III.1.b1",
        leadUnit: "Văn phòng Sở",
        coordinatingUnits: ["Phòng Tài chính - Kế hoạch"],
        due: { kind: "date", date: "2026-11-15" },
      },
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "lead-unit-missing", where: "II.2" }));
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: "number-blank", where: "header.number" }),
    );
  });

  test("reads the same from decomposed letters, odd spaces, Windows line ends and UTF-16", async () => {
    const plain = await readPlan(bytesOf(textPlan), "ke-hoach.txt");
    const odd = textPlan.normalize("NFD").replaceAll(" ", "\u00a0").replaceAll("\n", "\r\n");
    expect(await readPlan(bytesOf(`\ufeff${odd}`), "ke-hoach.md")).toEqual(plain);
    const wide = new Uint8Array(Buffer.from(`\ufeff${textPlan}`, "utf16le"));
    expect(await readPlan(wide, "KE-HOACH.TXT")).toEqual(plain);
  });

  test("reads the same when the lines were wrapped by hand", async () => {
    const wrapped = textPlan
      .split("\n")
      .map((line) => line.replace(/(.{50,68}) (?=\p{Ll})/gu, "$1\n"))
      .join("\n");
    expect(wrapped).not.toBe(textPlan);
    expect(await readPlan(bytesOf(wrapped), "ke-hoach.txt")).toEqual(
      await readPlan(bytesOf(textPlan), "ke-hoach.txt"),
    );
  });
});

describe("where a paragraph belongs", () => {
  const plan = (body: string) => readPlan(bytesOf(`KẾ HOẠCH\n\nThử năm 2026\n\n${body}`), "a.txt");

  test("only what follows the last clause closes the plan", async () => {
    const { clauses } = await plan(
      "I. MỘT\n\nCâu đầu.\n\nTrong quá trình thực hiện, ghi chép đủ.\n\nII. HAI\n\nCâu hai.\n\nTrong quá trình thực hiện, có gì vướng thì báo.\n\nXin cảm ơn.",
    );
    expect(paths(clauses)).toEqual(["I", "I.p1", "I.p2", "II", "II.p1", "p1", "p2"]);
  });

  test("parts, chapters and articles stand in the path; numbers are not repeated", async () => {
    const { clauses, warnings } = await plan(
      "PHẦN THỨ HAI\nNHIỆM VỤ\nII. HAI\n2. Việc\n2.1. Con\n2.1.3. Cháu\nChương I. CHUNG\nĐiều 3. Phạm vi\n1. Khoản một;\n1. Khoản lặp.",
    );
    expect(paths(clauses)).toEqual([
      "Phần thứ hai",
      "Phần thứ hai.II",
      "Phần thứ hai.II.2",
      "Phần thứ hai.II.2.1",
      "Phần thứ hai.II.2.1.3",
      "Phần thứ hai.Chương I",
      "Phần thứ hai.Chương I.Điều 3",
      "Phần thứ hai.Chương I.Điều 3.1",
      "Phần thứ hai.Chương I.Điều 3.1~2",
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ code: "duplicate-label" }));
  });

  test("labelled lines after each of several bullets speak of that bullet", async () => {
    const { tasks } = await plan(
      "I. VIỆC\n1. Các việc:\n- Việc x\n+ Đơn vị chủ trì: Phòng X\n- Việc y\n+ Thời gian: quý II/2026\n2. Việc z\nĐơn vị chủ trì: Phòng A chủ trì, phối hợp với Phòng B.",
    );
    expect(
      tasks.map(({ clause, leadUnit, coordinatingUnits }) => [clause, leadUnit, coordinatingUnits]),
    ).toEqual([
      ["I.1.b1", "Phòng X", []],
      ["I.1.b2", null, []],
      ["I.2", "Phòng A", ["Phòng B"]],
    ]);
  });

  test("two columns of plain text are parted at the motto, whichever dash it has", async () => {
    const { header } = await readPlan(
      bytesOf(
        "UBND TỈNH MẪU            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ MẪU            Độc lập – Tự do – Hạnh phúc\nSố: 8/KH-SM\n\nKẾ HOẠCH\n\nThử\n\nI. MỘT\n\nCâu.",
      ),
      "a.txt",
    );
    expect(header).toMatchObject({ parentAgency: "UBND TỈNH MẪU", agency: "SỞ MẪU", number: "8" });
  });

  test("a commune's committee has its two lines joined and no parent", async () => {
    const { header } = await readPlan(
      bytesOf(
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ MẪU\tĐộc lập - Tự do - Hạnh phúc\nSố: 9/KH-UBND\tMẫu, ngày 2 tháng 3 năm 2026\n\nKẾ HOẠCH\n\nThử\n\nI. MỘT\n\nCâu.",
      ),
      "a.txt",
    );
    expect(header).toMatchObject({
      parentAgency: null,
      agency: "ỦY BAN NHÂN DÂN XÃ MẪU",
      number: "9",
      symbol: "KH-UBND",
      place: "Mẫu",
      date: "2026-03-02",
    });
  });
});

describe("a plan written in Word", () => {
  test("gives both agencies, number, date, title over two lines, signer for the committee", async () => {
    const { header } = await readPlan(await wordPlan(), "ke-hoach.docx");
    expect(header).toEqual({
      parentAgency: "UBND TỈNH BẮC NINH",
      agency: "SỞ MẪU THỬ",
      number: "07",
      symbol: "KH-SMT",
      place: "Bắc Ninh",
      date: "2026-02-05",
      type: "KẾ HOẠCH",
      title: "Giới thiệu dịch vụ công năm 2026",
      signer: {
        authority: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"],
        position: "PHÓ CHỦ TỊCH",
        name: "Trần Thị Mẫu",
      },
      recipients: ["Như trên", "Lưu: VT, VP"],
    });
  });

  test("addresses clauses by their automatic numbers", async () => {
    const reading = await readPlan(await wordPlan(), "ke-hoach.docx");
    expect(paths(reading.clauses)).toEqual([
      "I",
      "I.p1",
      "II",
      "II.1",
      "II.1.1",
      "II.1.2",
      "II.2",
      "II.2.b1",
      "II.2.b2",
    ]);
    expect(find(reading, "II.1.1")).toMatchObject({
      label: "1.1",
      title: "Trên mạng xã hội",
      text: "Đăng bài ngắn, dễ hiểu.",
    });
  });

  test("takes tasks from sentences and from the appendix, merged cells counted for each row", async () => {
    const { tasks, citations } = await readPlan(await wordPlan(), "ke-hoach.docx");
    expect(tasks).toMatchObject([
      { clause: "II.1.2", leadUnit: null, due: { kind: "period", from: "2026-06-01", to: "2026-06-30" } },
      {
        clause: "II.2",
        leadUnit: "Văn phòng Sở",
        coordinatingUnits: ["Phòng Báo chí", "Trung tâm Mẫu"],
        due: { kind: "date", date: "2026-06-30" },
      },
      {
        clause: null,
        appendix: { title: "Phụ lục PHÂN CÔNG NHIỆM VỤ", row: "1", group: "I. Nhóm truyền thông" },
        title: "Viết bài giới thiệu",
        leadUnit: "Văn phòng Sở",
        coordinatingUnits: ["Phòng Báo chí", "Trung tâm Mẫu"],
        due: { kind: "date", date: "2026-06-30" },
        deliverable: "10 bài",
      },
      {
        appendix: { row: "2", group: "I. Nhóm truyền thông" },
        leadUnit: "Văn phòng Sở",
        due: { kind: "period", from: "2026-07-01", to: "2026-09-30" },
      },
      { appendix: { row: "3", group: "II. Nhóm tổng hợp" }, due: { kind: "recurring", every: "quarter" } },
    ]);
    expect(citations.map(({ number }) => number)).toEqual(["15/KH-UBND"]);
  });

  test("is shown beside its source paragraphs", async () => {
    const { reading, paragraphs } = await readPlanWithSource(await wordPlan(), "ke-hoach.docx");
    expect(paragraphs.find(({ clausePath }) => clausePath === "II.1.1")?.text).toBe(
      "1.1. Trên mạng xã hội: Đăng bài ngắn, dễ hiểu.",
    );
    expect(paragraphs.find(({ text }) => text === "KẾ HOẠCH")?.clausePath).toBeNull();
    expect(planReadingSchema.parse(reading)).toEqual(reading);
  });
});

describe("a plan attached to a decision", () => {
  test("takes number, bases and signature from the decision, clauses from the plan", async () => {
    const { header, citations, clauses } = await readPlan(
      bytesOf(
        "SỞ MẪU\nSố: 88/QĐ-SM\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\nCăn cứ Nghị định số 118/2025/NĐ-CP;\nĐiều 1. Ban hành kèm theo.\nĐiều 2. Thi hành.\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn Mẫu\n\nKẾ HOẠCH\nThử năm 2026\n(Kèm theo Quyết định số 88/QĐ-SM)\n\nI. MỘT\nCâu.",
      ),
      "a.txt",
    );
    expect(header).toMatchObject({
      agency: "SỞ MẪU",
      number: "88",
      type: "KẾ HOẠCH",
      title: "Thử năm 2026",
      signer: { authority: [], position: "GIÁM ĐỐC", name: "Nguyễn Văn Mẫu" },
      recipients: ["Lưu: VT"],
    });
    expect(citations).toMatchObject([{ number: "118/2025/NĐ-CP", role: "basis" }]);
    expect(paths(clauses)).toEqual(["I", "I.p1"]);
  });
});

test("a title in small letters under its type, as the Party's offices write it, and a head that asks “Khi nào xong”", async () => {
  const { header, tasks } = await readPlan(
    bytesOf(`ĐẢNG ỦY XÃ MẪU
BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH
*
Số 03-KH/BCĐ

KẾ HOẠCH
tuyên truyền cải cách hành chính năm 2026

I. Nội dung
1. Định kỳ 06 tháng, các bệnh viện báo cáo kết quả.

| STT | Việc | Ai làm | Khi nào xong |
|-----|------|--------|--------------|
| 1 | Phát tờ rơi | Phòng Tổ chức | 15/5/2026 |

T/M BAN CHỈ ĐẠO
TRƯỞNG BAN
Phạm Văn Mẫu
`),
    "ke-hoach.md",
  );
  expect(header).toMatchObject({ type: "KẾ HOẠCH", title: "tuyên truyền cải cách hành chính năm 2026" });
  expect(tasks).toMatchObject([
    { leadUnit: "các bệnh viện", due: { kind: "recurring" } },
    { leadUnit: "Phòng Tổ chức", due: { kind: "date", date: "2026-05-15" } },
  ]);
});
