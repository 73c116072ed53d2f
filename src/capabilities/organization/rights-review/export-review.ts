import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Block } from "#platform/official-document/write/document.ts";
import { writeDocx } from "#platform/official-document/write/write-docx.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { agencyById } from "../organization-queries.ts";
import { rightsReviewPolicy } from "./policy.ts";
import {
  type LineStanding,
  lineStandingOf,
  lineStandings,
  reviewedKindLabels,
  reviewMarks,
  reviewOutcomeLabels,
} from "./rights-review.ts";
import { presentReview } from "./rights-review-queries.ts";

type Presented = Awaited<ReturnType<typeof presentReview>>;
type PresentedLine = Presented["lines"][number];

export interface ReviewTableQuestion {
  id: string;
  outcome?: LineStanding | undefined;
  unitId?: string | undefined;
}

const stateWords = { open: "Đang rà soát", closed: "Đã kết thúc", cancelled: "Đã hủy" };

const marksOf = ({ marks }: PresentedLine) => marks.map((mark) => reviewMarks[mark]).join("; ");

const decidedOf = (line: PresentedLine) =>
  line.outcome
    ? `${reviewOutcomeLabels[line.outcome]}${line.outcome === "changed" ? `: ${line.newRight}` : ""}`
    : line.open && line.proposedByName
      ? `Đề nghị đổi: ${line.newRight}`
      : lineStandings[lineStandingOf(line)];

const reasonOf = (line: PresentedLine) => line.reason ?? line.leftReason ?? line.proposal;

async function taken(work: Work, id: string, format: string) {
  const { actor, tx, at } = work;
  rightsReviewPolicy.permit(actor, "take", { agencyId: actor.agencyId });
  const review = await presentReview(tx, actor, id, at);
  await work.record({
    act: "export-rights-review",
    objectKind: "rights-review",
    objectId: id,
    after: { asOf: review.asOf, format },
  });
  return { review, agency: (await agencyById(tx, actor.agencyId))! };
}

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const day = (header: string) => ({ header, width: 14, kind: "date" as const });

/** The lines of a review as a workbook, with how they were chosen and of when it is. */
export async function exportReviewTable(
  work: Work,
  { id, outcome, unitId }: ReviewTableQuestion,
): Promise<Uint8Array> {
  const { review, agency } = await taken(work, id, "xlsx");
  const rows = review.lines
    .filter((line) => !outcome || lineStandingOf(line) === outcome)
    .filter((line) => !unitId || line.unitId === unitId);
  return writeXlsx(
    [
      {
        name: "Rà soát quyền",
        columns: [
          text("Họ và tên", 28),
          text("Chức danh", 22),
          text("Loại", 22),
          text("Quyền", 44),
          day("Từ ngày"),
          day("Đến ngày"),
          day("Đăng nhập cuối"),
          text("Cần chú ý", 36),
          text("Người rà soát", 28),
          text("Quyết định", 36),
          text("Lý do", 40),
          text("Người quyết định", 26),
          text("Lúc", 20),
          text("Hiện trạng", 36),
        ],
        rows: rows.map((line) => [
          line.personName,
          line.jobTitle,
          reviewedKindLabels[line.kind],
          line.right,
          line.fromDate,
          line.toDate,
          line.lastSignIn,
          marksOf(line),
          line.reviewers,
          decidedOf(line),
          reasonOf(line),
          line.decidedByName ?? line.proposedByName,
          line.decidedAt ? formatDateTime(line.decidedAt) : null,
          line.since ?? "Như trong danh sách",
        ]),
      },
      {
        name: "Cách chọn",
        columns: [text("Nội dung", 26), text("Giá trị", 70)],
        rows: [
          ["Cơ quan", agency.name],
          ["Căn cứ, lý do", review.basis],
          ["Danh sách tính đến", formatDate(review.asOf)],
          ["Hạn rà soát", formatDate(review.dueOn)],
          ["Trạng thái", stateWords[review.state]],
          ["Lấy ra lúc", formatDateTime(work.at)],
          ["Quyết định", outcome === undefined ? "Tất cả" : lineStandings[outcome]],
          ["Đơn vị", review.lines.find((line) => line.unitId === unitId)?.unitName ?? "Tất cả"],
          ["Số dòng", `${rows.length} trong ${review.lines.length}`],
          ...review.givenSince.map((given) => ["Giao sau ngày chốt", given]),
        ],
      },
    ],
    work.at.toISOString(),
  );
}

/** The minutes of a review in the layout of official documents; an open one says so. */
export async function writeReviewMinutes(work: Work, { id }: { id: string }): Promise<Uint8Array> {
  const { review, agency } = await taken(work, id, "docx");
  const { lines } = review;
  const on = toVietnamDate(review.closedAt ?? work.at);
  const count = (standing: LineStanding) => lines.filter((line) => lineStandingOf(line) === standing).length;
  const left = lines.filter((line) => line.left);
  const notKept = lines.filter(({ outcome }) => outcome === "withdrawn" || outcome === "changed");
  const paragraph = (words: string): Block => ({ kind: "paragraph", text: words });
  const heading = (words: string): Block => ({ kind: "heading", level: 1, text: words });
  const people = new Set(lines.map(({ personId }) => personId)).size;
  const table = (rows: PresentedLine[]): Block => ({
    kind: "table",
    head: ["STT", "Họ và tên", "Quyền", "Quyết định", "Lý do", "Người quyết định"],
    widths: [1, 4, 6, 5, 5, 4],
    rows: rows.map((line, index) => [
      { text: String(index + 1), align: "center" },
      line.personName,
      line.right,
      `${decidedOf(line)}${line.since ? `\n(${line.since})` : ""}`,
      reasonOf(line) ?? "",
      line.decidedByName ?? line.proposedByName ?? "",
    ]),
  });
  return writeDocx({
    parentAgency: agency.superiorName,
    agency: agency.name,
    number: null,
    symbol: `BB-${agency.symbol}`,
    place: agency.place,
    date: review.closedAt ? on.toString() : null,
    year: on.year,
    type: "BIÊN BẢN",
    abstract: `Rà soát quyền sử dụng hệ thống năm ${review.asOf.slice(0, 4)}`,
    body: [
      heading("CĂN CỨ VÀ PHẠM VI"),
      paragraph(`Căn cứ, lý do: ${review.basis}`),
      paragraph(
        `Danh sách tính đến ngày ${formatDate(review.asOf)}: ${lines.length} quyền của ${people} người; hạn rà soát ${formatDate(review.dueOn)}. ${review.openedByName ?? ""} mở đợt lúc ${formatDateTime(review.openedAt)}.`,
      ),
      heading("KẾT QUẢ"),
      paragraph(
        `Giữ nguyên ${count("confirmed")}; thu hồi ${count("withdrawn")}; đổi ${count("changed")}; không cần quyết định vì quyền đã kết thúc ${count("gone")}; không có người khác quyết ${count("left")}; chưa quyết định ${count("open")}.`,
      ),
      ...(notKept.length > 0 ? [paragraph("Các quyền thu hồi, đổi:"), table(notKept)] : []),
      ...(left.length > 0
        ? [paragraph("Các quyền mà ngoài người giữ không có ai khác được quyết định:"), table(left)]
        : []),
      ...(review.givenSince.length > 0
        ? [
            paragraph("Quyền được giao sau ngày chốt danh sách, chưa nằm trong đợt này:"),
            ...review.givenSince.map((given): Block => ({ kind: "bullet", text: given })),
          ]
        : []),
      heading("KẾT LUẬN"),
      paragraph(
        review.conclusion
          ? `${review.conclusion} ${review.closedByName} kết thúc đợt lúc ${formatDateTime(review.closedAt!)}.`
          : review.cancelReason
            ? `${review.cancelledByName} đã hủy đợt rà soát, lý do: ${review.cancelReason}`
            : "Đợt rà soát chưa kết thúc.",
      ),
    ],
    signer: { authority: ["NGƯỜI LẬP BIÊN BẢN"], name: review.closedByName },
    recipients: ["Lãnh đạo cơ quan (để báo cáo)", "Lưu: VT"],
    appendices: [{ title: "DANH SÁCH QUYỀN ĐÃ RÀ SOÁT", landscape: true, body: [table(lines)] }],
    madeAt: (review.closedAt ?? work.at).toISOString(),
    ...(agency.isSample && { sampleMark: "DỮ LIỆU MẪU" }),
  });
}
