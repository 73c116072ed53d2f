import { SAMPLE_AGENCY_ID, samplePersonId, sampleUnitId } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type Work, work } from "#platform/work/work.ts";
import { addProcedure } from "./add-procedure.ts";
import { addDecision } from "./decisions/add-decision.ts";
import { announceDecision } from "./decisions/announce-decision.ts";
import { confirmDecision } from "./decisions/confirm-decision.ts";
import type { DecisionRow } from "./decisions/decision.ts";
import { keepForm } from "./forms/keep-form.ts";
import { withPapers } from "./forms/papers-forms.ts";
import { loadLifeEvents } from "./life-events/sample-life-events.ts";
import { pauseProcedure } from "./pause-procedure.ts";
import { placesOf } from "./postings/place-queries.ts";
import { recordPosting } from "./postings/record-posting.ts";
import type { ProcedureRecord } from "./procedure-record.ts";
import { sampleForm } from "./sample-form.ts";
import { sampleProcedures } from "./sample-procedures.ts";
import { saveProcedure } from "./save-procedure.ts";
import { takeSnapshot } from "./snapshots/take-snapshot.ts";

const sampleId = (index: number) => `01970000-0000-7000-8000-0008${index.toString(16).padStart(8, "0")}`;

const clerk: Actor = {
  personId: samplePersonId("office"),
  name: "Hoàng Thị Mẫu",
  agencyId: SAMPLE_AGENCY_ID,
  appointments: [{ role: "office", unitId: sampleUnitId("van-phong") }],
};

const URL_OF_SAMPLE = "https://mau.gandan.vn/thu-tuc-mau";

const row = (code: string, name: string, action: DecisionRow["action"], replacesCode = ""): DecisionRow => ({
  ...{ code, name, action, replacesCode, field: "", level: null },
});

/** A decision that was carried through, and one that waits for somebody to compare it. */
async function loadDecisions(current: Work): Promise<void> {
  const facts = { issuer: "UBND tỉnh (mẫu)", url: null, note: "Quyết định mẫu, không có thật." };
  const [, festival] = sampleProcedures;
  const [performance] = sampleProcedures;
  await addDecision(current, {
    ...facts,
    ...{ id: sampleId(101), number: "20/QĐ-MAU", issuedOn: "2026-07-01", effectiveOn: "2026-07-15" },
    abstract: "Công bố thủ tục hành chính sửa đổi, thay thế (mẫu)",
    rows: [
      row(festival!.code, festival!.record.name, "amended"),
      row(performance!.code, performance!.record.name, "replaced", "9.990012"),
    ],
  });
  await confirmDecision(current, { id: sampleId(101) });
  await announceDecision(current, {
    id: sampleId(101),
    madeKnown: [
      { form: "Đăng cổng của tỉnh (mẫu)", url: URL_OF_SAMPLE, on: "2026-07-03" },
      { form: "Gửi văn bản tới các xã, phường (mẫu)", url: null, on: "2026-07-03" },
    ],
  });
}

/** Says that these procedures stand at these places, or are gone from them, on the day of the act. */
async function post(current: Work, kinds: string[], places: number[]): Promise<void> {
  const day = toVietnamDate(current.at).toString();
  for (const { id, kind } of await placesOf(current.tx, SAMPLE_AGENCY_ID))
    if (kinds.includes(kind))
      await recordPosting(current, {
        ...{ id: uuidv7(), placeId: id, seenOn: day, url: URL_OF_SAMPLE },
        procedureIds: places.map(sampleId),
        ...{ note: "Minh chứng mẫu, không có thật.", file: null },
      });
}

/** A list as a national database might give it: one is missing, one stands there as it was, one is unknown here. */
async function compareList(current: Work): Promise<void> {
  const [place] = await placesOf(current.tx, SAMPLE_AGENCY_ID);
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = sampleProcedures
    .filter((_, index) => index !== 2)
    .map(({ code, record: { name, field, methods } }) => [
      code,
      name,
      field,
      `${methods[0]?.limitAmount ?? ""}`,
    ]);
  const head = ["Mã TTHC", "Tên thủ tục", "Lĩnh vực", "Thời hạn giải quyết"];
  const extra = ["9.990099", "Thủ tục mẫu chỉ có ở danh mục đối chiếu", "Thư viện", "10"];
  const list = [head, ...rows, extra, ["", "Dòng mẫu không có mã", "Thư viện", ""]];
  await takeSnapshot(current, {
    ...{ id: sampleId(201), placeId: place!.id, asOf: "2026-11-19", isFull: true },
    ...{
      fileName: "danh-muc-mau.csv",
      bytes: Buffer.from(list.map((row) => row.map(cell).join(",")).join("\n")),
    },
  });
}

/** The first few have a file to download with their first paper; the others are told to lack one. */
const WITH_FORMS = 3;

async function withSampleForm(
  current: Work,
  record: ProcedureRecord,
  index: number,
): Promise<ProcedureRecord> {
  const [first] = record.components[0]!.papers;
  const form = await keepForm(current, {
    id: sampleId(301 + index),
    fileName: "Mẫu số 01.docx",
    bytes: await sampleForm([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
      first!.name.toUpperCase(),
      "(Biểu mẫu mẫu, không dùng để nộp hồ sơ thật.)",
      "Tên người đề nghị: ………………………………",
      "Nội dung đề nghị: ………………………………",
    ]),
  });
  return withPapers(record, (paper) => (paper === first ? { ...paper, forms: [form] } : paper));
}

/** Loads a dozen invented procedures: one was changed once, one is paused, one was replaced by a decision. */
export async function loadSampleProcedures(database: Database): Promise<void> {
  const at = (moment: string, act: (current: Work) => Promise<void>) =>
    work(database, clerk, act, { at: new Date(moment) });
  await at("2026-01-12T08:30:00+07:00", async (current) => {
    for (const [index, { code, record }] of sampleProcedures.entries())
      await addProcedure(current, {
        ...{ id: sampleId(index + 1), code, validFrom: "2026-01-15" },
        record: index < WITH_FORMS ? await withSampleForm(current, record, index) : record,
      });
  });
  await at("2026-01-14T09:00:00+07:00", (current) =>
    post(current, ["national", "case-system", "counter"], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]),
  );
  await at("2026-02-02T09:00:00+07:00", (current) => loadLifeEvents(current, sampleId));
  await at("2026-07-03T09:00:00+07:00", async (current) => {
    const festival = await withSampleForm(current, sampleProcedures[1]!.record, 1);
    await saveProcedure(current, {
      ...{ id: sampleId(2), suffix: "", seen: 1, validFrom: "2026-07-15" },
      record: {
        ...festival,
        ...{ decisionNumber: "20/QĐ-MAU", decidedOn: "2026-07-01" },
        methods: festival.methods.map((method) => ({ ...method, limitAmount: 12 })),
      },
      reason: "Cắt giảm thời hạn theo Quyết định 20/QĐ-MAU (mẫu)",
    });
    await pauseProcedure(current, { id: sampleId(5), reason: "Chờ điều lệ giải mới (lý do mẫu)." });
    await loadDecisions(current);
  });
  await at("2026-07-06T09:00:00+07:00", (current) => post(current, ["national", "case-system"], [1, 2]));
  await at("2026-07-15T09:00:00+07:00", (current) => post(current, ["national", "case-system"], [12]));
  await at("2026-11-18T09:00:00+07:00", (current) =>
    addDecision(current, {
      ...{ id: sampleId(102), number: "45/QĐ-MAU", issuedOn: "2026-11-16", effectiveOn: "2026-12-01" },
      ...{ issuer: "UBND tỉnh (mẫu)", url: null, note: "Quyết định mẫu, không có thật." },
      abstract: "Công bố thủ tục hành chính mới ban hành, sửa đổi (mẫu)",
      rows: [
        row("9.990013", "Công nhận điểm du lịch (mẫu)", "new"),
        row("9.990006", sampleProcedures[5]!.record.name, "amended"),
      ],
    }),
  );
  await at("2026-11-20T09:00:00+07:00", compareList);
}
