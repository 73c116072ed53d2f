import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import { sampleObligationId } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import type { OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { writeDocx } from "#platform/official-document/write/write-docx.ts";
import { type Work, work } from "#platform/work/work.ts";
import { tellCosts } from "./costs/tell-costs.ts";
import { approveProposal, submitProposal } from "./estimates/decide-proposal.ts";
import { saveLine } from "./estimates/save-line.ts";
import { saveProposal } from "./estimates/save-proposal.ts";
import { saveSource } from "./estimates/save-source.ts";
import { proposeRoyalty } from "./royalties/propose-royalty.ts";
import { presentRoyalties, royaltyStart } from "./royalties/royalty-queries.ts";
import { saveRateTable } from "./royalties/save-rate-table.ts";
import { decideSaving } from "./savings/decide-saving.ts";
import { type SavingFields, saveSaving } from "./savings/save-saving.ts";
import { addDocument } from "./spending/add-document.ts";
import { decideEntry } from "./spending/decide-entry.ts";
import type { EntryKind } from "./spending/entry.ts";
import { recordCommitment } from "./spending/record-commitment.ts";
import { recordExpense, takeBackExpense } from "./spending/record-expense.ts";

/** By kind of row and number; the same at each load. */
const sampleId = (kind: number, index: number) =>
  `01970000-0000-7000-8000-00b${kind}${index.toString(16).padStart(8, "0")}`;

const agencyId = SAMPLE_AGENCY_ID;
const sampleAccountant: Actor = {
  ...{ personId: samplePersonId("finance"), name: "Đỗ Văn Mẫu", agencyId },
  appointments: [{ role: "finance", unitId: sampleUnitId("khtc") }],
};
const sampleLeader: Actor = {
  ...{ personId: samplePersonId("leadership"), name: "Trần Thị Mẫu", agencyId },
  appointments: [{ role: "leadership", unitId: sampleUnitId("lanh-dao") }],
};

const YEAR = 2026;
const [REGULAR, EARMARKED] = [sampleId(1, 1), sampleId(1, 2)];

/** What money is meant for, by the duty that it serves; all of it invented. */
const lines: [source: string, name: string, duty: string, basis: string, money: string][] = [
  [EARMARKED, "Sản xuất video ngắn (mẫu)", "III.1-d", "12 video × 6.000.000 đồng, số giả định", "72.000.000"],
  [EARMARKED, "Đồ họa, ảnh tuyên truyền (mẫu)", "III.1-d", "20 sản phẩm × 1.500.000 đồng", "30.000.000"],
  [REGULAR, "Nhuận bút tin, bài trên Cổng (mẫu)", "III.3-b", "120 tin, bài; số giả định", "48.000.000"],
  [REGULAR, "In phiếu niêm yết thủ tục (mẫu)", "III.2-a", "2 lần trong năm", "9.500.000"],
  [REGULAR, "Hội nghị, đối thoại lồng ghép (mẫu)", "III.4-a", "3 cuộc × 8.000.000 đồng", "24.000.000"],
];
const sampleLineId = (index: number) => sampleId(2, index);

const on = (day: string) => ({ at: new Date(`${day}T09:00:00+07:00`) });

async function loadEstimate(current: Work): Promise<void> {
  await saveSource(current, {
    ...{ id: REGULAR, name: "Ngân sách cấp, kinh phí thường xuyên (mẫu)" },
    basis: "Quyết định giao dự toán năm 2026 (mẫu)",
  });
  await saveSource(current, {
    ...{ id: EARMARKED, name: "Ngân sách cấp, kinh phí giao theo nhiệm vụ (mẫu)" },
    basis: "Quyết định giao dự toán năm 2026 (mẫu)",
  });
  for (const [index, [sourceId, name, duty, basis]] of lines.entries())
    await saveLine(current, {
      ...{ id: sampleLineId(index + 1), year: YEAR, sourceId, name, basis },
      ...{ taskId: null, obligationId: sampleObligationId(duty) },
    });
  await saveProposal(current, {
    ...{ id: sampleId(3, 1), year: YEAR, kind: "estimate" },
    ...{
      title: "Dự toán tuyên truyền cải cách hành chính năm 2026 (mẫu)",
      reason: "Theo mục IV của Kế hoạch",
    },
    changes: lines.map(([, , , basis, typed], index) => ({
      ...{ lineId: sampleLineId(index + 1), typed, less: false, basis },
    })),
  });
  await submitProposal(current, { id: sampleId(3, 1) });
}

const [videos, pictures, , sheets] = [1, 2, 3, 4].map(sampleLineId) as [string, string, string, string];

async function loadCommitment(current: Work): Promise<void> {
  await recordCommitment(current, {
    ...{ id: sampleId(4, 1), lineId: videos, what: "Sản xuất 6 video ngắn (mẫu)" },
    ...{ partner: "Công ty Truyền thông Thí Dụ", number: "03/HĐ-TD", signedOn: "2026-03-16" },
    typed: "36.000.000",
  });
}

async function loadSpending(current: Work): Promise<void> {
  const paid = { documentDay: "2026-06-10", paidOn: "2026-06-10" };
  await recordExpense(current, {
    ...{ id: sampleId(5, 1), lineId: videos, commitmentId: sampleId(4, 1), ...paid },
    ...{ what: "Thanh toán 3 video ngắn (mẫu)", payee: "Công ty Truyền thông Thí Dụ" },
    ...{ documentNumber: "UNC 21 (mẫu)", typed: "18.000.000" },
  });
  await recordExpense(current, {
    ...{ id: sampleId(5, 2), lineId: pictures, commitmentId: null, ...paid },
    ...{ what: "Thiết kế 4 đồ họa (mẫu)", payee: "Cơ sở Thiết kế Thí Dụ" },
    ...{ documentNumber: "PC 17 (mẫu)", typed: "6.000.000" },
  });
  await recordExpense(current, {
    ...{ id: sampleId(5, 3), lineId: sheets, commitmentId: null, ...paid },
    ...{ what: "In phiếu niêm yết lần 1 (mẫu)", payee: "Cơ sở In Thí Dụ" },
    ...{ documentNumber: "PC 18 (mẫu)", typed: "4.700.000" },
  });
}

async function loadTakingBack(current: Work): Promise<void> {
  await takeBackExpense(current, {
    ...{ id: sampleId(5, 4), expenseId: sampleId(5, 3), typed: "200.000" },
    ...{ documentNumber: "PT 05 (mẫu)", documentDay: "2026-06-18" },
    reason: "Nhà in trả lại tiền 20 tờ in hỏng (mẫu)",
  });
}

/** An expense that waits to be confirmed. */
const loadWaiting = (current: Work): Promise<void> =>
  recordExpense(current, {
    ...{ id: sampleId(5, 5), lineId: videos, commitmentId: sampleId(4, 1) },
    ...{ documentDay: "2026-09-10", paidOn: "2026-09-10", documentNumber: "UNC 34 (mẫu)" },
    ...{ what: "Thanh toán 1 video ngắn (mẫu)", payee: "Công ty Truyền thông Thí Dụ", typed: "6.000.000" },
  });

/** An adjustment that waits for its approval. */
async function loadAdjustment(current: Work): Promise<void> {
  await saveProposal(current, {
    ...{ id: sampleId(3, 2), year: YEAR, kind: "adjustment" },
    title: "Điều chỉnh từ in ấn sang đồ họa (mẫu)",
    reason: "Lần in thứ hai dùng giấy sẵn có; tăng đồ họa cho chiến dịch cuối năm",
    changes: [
      { lineId: sampleLineId(4), typed: "3.000.000", less: true, basis: "Không in lần 2" },
      { lineId: sampleLineId(2), typed: "3.000.000", less: false, basis: "Thêm 2 đồ họa" },
    ],
  });
  await submitProposal(current, { id: sampleId(3, 2) });
}

const rates: [kind: string, least: string, most: string][] = [
  ["news", "0,5", "2,5"],
  ["article", "0,5", "2,5"],
  ["short-video", "2", "10"],
  ["infographic", "1", "5"],
];

/** Rates that no agency has set, and one royalty that waits for its approval. */
async function loadRoyalties(current: Work): Promise<void> {
  await saveRateTable(current, {
    ...{ id: sampleId(6, 1), name: "Khung nhuận bút (mẫu)", unitTyped: "100.000", rounding: 1000 },
    ...{ basis: "Mức giả định, không phải mức của cơ quan nào (mẫu)" },
    ...{ validFrom: "2020-01-01", validTo: null },
    rates: rates.map(([kind, least, most]) => ({ kind, grade: "Bậc 1", least, most })),
  });
  const span = { from: "2000-01-01", to: "2199-12-31" };
  const { products } = await presentRoyalties(current.tx, current.actor, span);
  const drawn = products.find(({ kind }) => kind === "infographic");
  if (drawn)
    await tellCosts(current, {
      ...{ id: sampleId(5, 2), costs: [{ itemId: drawn.itemId, typed: "1.500.000" }] },
    });
  const product = products.find(({ kind }) => kind === "news");
  if (!product) return;
  const start = await royaltyStart(current.tx, current.actor, product.itemId);
  await proposeRoyalty(current, {
    ...{ id: sampleId(6, 2), itemId: product.itemId, lineId: sampleLineId(3), rateId: start.rates[0]!.id },
    ...{ coefficient: "1", note: "" },
    shares: start.authors.slice(0, 1).map((author) => ({ ...author, part: 10_000 })),
  });
}

const sampleSource: OfficialDocumentModel = {
  ...{ parentAgency: null, agency: "Sở Văn hóa, Thể thao và Du lịch", number: "08", symbol: "PA-SVHTTDL" },
  ...{ place: "Bắc Ninh", date: "2026-03-05", year: YEAR, type: "Phương án" },
  abstract: "Đơn giản hóa thủ tục nộp trực tuyến (mẫu)",
  body: [
    {
      kind: "paragraph",
      text: "Nộp trực tuyến thay một lượt đến nộp, bớt 45 phút và 20.000 đồng mỗi hồ sơ. Các số đều giả định.",
    },
  ],
  ...{ signer: { authority: ["GIÁM ĐỐC"], name: null }, recipients: ["Lưu: VT"], appendices: [] },
  ...{ madeAt: "2026-03-05T09:00:00+07:00", sampleMark: "DỮ LIỆU MẪU" },
};

const assumed: Omit<SavingFields, "id" | "period" | "dossiers"> = {
  ...{ scope: "named", scopeKey: "", scopeName: "Nhóm thủ tục nộp trực tuyến (mẫu)", measure: "entered" },
  ...{ countedBy: "Sổ theo dõi hồ sơ (mẫu)", minutes: 45, ways: 1, dongTyped: "20.000" },
  method: "Nộp trực tuyến thay một lượt đến nộp; mức mỗi hồ sơ là số giả định (mẫu)",
  ...{ documentTitle: "Phương án đơn giản hóa thủ tục (mẫu)", documentNumber: "08/PA-SVHTTDL (mẫu)" },
  ...{ documentDay: "2026-03-05", link: "https://mau.gandan.vn/phuong-an-mau" },
};

/** What citizens are saved by an invented document: one quarter approved, the next waits. */
async function loadSavings(database: Database): Promise<void> {
  const bytes = await writeDocx(sampleSource);
  const write = (index: number, period: string, dossiers: number, day: string) =>
    work(
      database,
      sampleAccountant,
      async (current) => {
        const id = sampleId(7, index);
        await saveSaving(current, { ...assumed, id, period, dossiers });
        await addDocument(current, { owner: "saving", ownerId: id, bytes, fileName: "phuong-an-mau.docx" });
      },
      on(day),
    );
  await write(1, "2026-Q2", 120, "2026-06-22");
  const decision = { id: sampleId(7, 1), approve: true, words: "" };
  await work(database, sampleLeader, (current) => decideSaving(current, decision), on("2026-06-24"));
  await write(2, "2026-Q3", 140, "2026-09-21");
}

/** The money of the sample department: an approved estimate, what was promised and paid of it, an adjustment that waits. */
export async function loadSampleBudget(database: Database): Promise<void> {
  await work(database, sampleAccountant, loadEstimate, on("2026-02-10"));
  await work(
    database,
    sampleLeader,
    (current) =>
      approveProposal(current, {
        ...{ id: sampleId(3, 1), documentNumber: "12/QĐ-SVHTTDL (mẫu)", documentDay: "2026-02-12" },
        words: "",
      }),
    on("2026-02-12"),
  );
  const confirm = (kind: EntryKind, ids: string[], day: string) =>
    work(
      database,
      sampleLeader,
      async (current) => {
        for (const id of ids) await decideEntry(current, { kind, id, verdict: "confirmed", words: "" });
      },
      on(day),
    );
  await work(database, sampleAccountant, loadCommitment, on("2026-03-16"));
  await confirm("commitment", [sampleId(4, 1)], "2026-03-17");
  await work(database, sampleAccountant, loadSpending, on("2026-06-12"));
  await confirm(
    "expense",
    [1, 2, 3].map((index) => sampleId(5, index)),
    "2026-06-13",
  );
  await work(database, sampleAccountant, loadTakingBack, on("2026-06-20"));
  await confirm("expense", [sampleId(5, 4)], "2026-06-21");
  await work(database, sampleAccountant, loadWaiting, on("2026-09-12"));
  await work(database, sampleAccountant, loadAdjustment, on("2026-09-15"));
  await work(database, sampleAccountant, loadRoyalties);
  await loadSavings(database);
}
