import { agencyById, personNames } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Block, Cell, OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { proposalKindWords } from "../estimates/proposal.ts";
import { moneyInWords, moneyNumber, moneyText } from "../money.ts";
import { entryStateWords } from "../spending/entry.ts";
import { type Sums, spentShare, sumColumns } from "./settlement.ts";
import { booksOfYear, presentSettlement } from "./settlement-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
const money = (header: string) => ({ header, width: 18, kind: "number" as const });
const dayColumn = (header: string) => ({ header, width: 14, kind: "date" as const });

const sumsOf = (sums: Sums) => sumColumns.map(({ key }) => sums[key]);

const told = (work: Work, year: number, format: string) =>
  work.record({
    ...{ act: "export-settlement", objectKind: "budget-settlement", objectId: work.actor.agencyId },
    after: { year, format },
  });

/** The settlement of a year with the books behind it, as a workbook; amounts are numbers in whole đồng. */
export async function settlementWorkbook(work: Work, { year }: { year: number }): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const { sources, total } = await presentSettlement(tx, actor, { year });
  const { decisions, commitments, expenses } = await booksOfYear(tx, actor.agencyId, year);
  const people = await personNames(
    tx,
    decisions.flatMap(({ proposal }) => proposal.decidedBy ?? []),
  );
  await told(work, year, "xlsx");
  const sums = sumColumns.map(({ header }) => money(header));
  return writeXlsx(
    [
      {
        name: `Quyết toán ${year}`,
        columns: [
          text("Nguồn", 36),
          text("Nội dung chi", 44),
          text("Nhiệm vụ, nghĩa vụ", 44),
          ...sums,
          text("Tỷ lệ đã chi", 14),
        ],
        rows: [
          ...sources.flatMap((source) => [
            ...source.lines.map((one) => [
              ...[source.name, one.name, one.linkName, ...sumsOf(one)],
              spentShare(one) ?? "",
            ]),
            [source.name, "Cộng nguồn", "", ...sumsOf(source.total), spentShare(source.total) ?? ""],
          ]),
          ["Tổng cộng", "", "", ...sumsOf(total), spentShare(total) ?? ""],
        ],
      },
      {
        name: "Duyệt và điều chỉnh",
        columns: [
          text("Loại", 22),
          text("Tờ trình", 44),
          text("Nội dung chi", 44),
          money("Số tiền"),
          text("Người duyệt", 24),
          dayColumn("Ngày duyệt"),
          text("Quyết định", 24),
        ],
        rows: decisions.map(({ line, change, proposal }) => [
          ...[proposalKindWords[proposal.kind], proposal.title, line.name, change.amount],
          people.get(proposal.decidedBy!) ?? "",
          toVietnamDate(proposal.decidedAt!).toString(),
          proposal.documentNumber,
        ]),
      },
      {
        name: "Cam kết",
        columns: [
          text("Nội dung chi", 40),
          text("Cam kết", 40),
          text("Bên nhận", 30),
          text("Số", 18),
          dayColumn("Ngày"),
          money("Giá trị"),
          text("Lý do giảm", 30),
          text("Trạng thái", 24),
        ],
        rows: commitments.map(({ line, one }) => [
          ...[line.name, one.reducesId ? `Giảm: ${one.what}` : one.what, one.partner],
          ...[one.number, one.signedOn, one.amount, one.reason, entryStateWords[one.state]],
        ]),
      },
      {
        name: "Chi",
        columns: [
          text("Nội dung chi", 40),
          text("Khoản chi", 40),
          text("Người nhận", 30),
          text("Số chứng từ", 18),
          dayColumn("Ngày chứng từ"),
          dayColumn("Ngày chi"),
          money("Số tiền"),
          text("Lý do thu hồi", 30),
          text("Trạng thái", 24),
        ],
        rows: expenses.map(({ line, one }) => [
          ...[line.name, one.reversesId ? `Thu hồi: ${one.what}` : one.what, one.payee],
          ...[one.documentNumber, one.documentDay, one.paidOn, one.amount, one.reason],
          entryStateWords[one.state],
        ]),
      },
    ],
    at.toISOString(),
  );
}

const right = (value: string, bold = false): Cell => ({ text: value, align: "right", bold });

/** The settlement of a year as an official document without number and day; the total stands in words, too. */
export async function settlementDocument(
  work: Work,
  { year }: { year: number },
): Promise<OfficialDocumentModel> {
  const { tx, actor, at } = work;
  const { sources, total, pending } = await presentSettlement(tx, actor, { year });
  const agency = (await agencyById(tx, actor.agencyId))!;
  await told(work, year, "docx");
  const cells = (sums: Sums, bold = false) => sumsOf(sums).map((amount) => right(moneyNumber(amount), bold));
  const table: Block = {
    kind: "table",
    caption: `Quyết toán theo nguồn và nội dung chi năm ${year} (đơn vị: đồng)`,
    head: ["STT", "Nội dung", ...sumColumns.map(({ header }) => header)],
    widths: [3, 16, 8, 8, 8, 8, 8, 8],
    rows: [
      ...sources.flatMap((source, index): Cell[][] => [
        [
          { text: String(index + 1), align: "center", bold: true },
          { text: source.name, bold: true },
          ...cells(source.total, true),
        ],
        ...source.lines.map((one, at): Cell[] => [
          { text: `${index + 1}.${at + 1}`, align: "center" },
          one.name,
          ...cells(one),
        ]),
      ]),
      ["", { text: "Tổng cộng", bold: true }, ...cells(total, true)],
    ],
  };
  const share = spentShare(total);
  return {
    parentAgency: agency.superiorName,
    ...{ agency: agency.name, number: null, symbol: `BC-${agency.symbol}`, place: agency.place },
    ...{ date: null, year: toVietnamDate(at).year, type: "Báo cáo" },
    abstract: `Quyết toán kinh phí tuyên truyền cải cách hành chính năm ${year}`,
    body: [
      {
        kind: "paragraph",
        text: `Số liệu theo sổ kinh phí trên hệ thống, lấy ngày ${formatDate(toVietnamDate(at))}.`,
      },
      table,
      ...(pending.count === 0
        ? []
        : [
            {
              kind: "paragraph" as const,
              text: `Trong số trên còn ${pending.count} mục chờ người thứ hai xác nhận: đã cam kết ${moneyText(pending.committed)}, đã chi ${moneyText(pending.spent)}.`,
            },
          ]),
      {
        kind: "paragraph",
        text: `Dự toán sau điều chỉnh: ${moneyText(total.limit)} (${moneyInWords(total.limit)}).`,
      },
      {
        kind: "paragraph",
        text: `Số đã chi: ${moneyText(total.spent)} (${moneyInWords(total.spent)})${share === null ? "" : `, bằng ${share} dự toán sau điều chỉnh`}.`,
      },
      {
        kind: "paragraph",
        text: `Số còn lại: ${moneyText(total.left)} (${moneyInWords(total.left)})./.`,
      },
    ],
    signer: { authority: ["THỦ TRƯỞNG CƠ QUAN"], name: null },
    recipients: ["Lãnh đạo cơ quan", "Lưu: VT"],
    appendices: [],
    madeAt: at.toISOString(),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}
