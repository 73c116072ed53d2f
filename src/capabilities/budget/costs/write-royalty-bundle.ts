import { createHash } from "node:crypto";
import { TextReader, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";
import { and, eq, isNull } from "drizzle-orm";
import { writePaymentBundle } from "#channels";
import { agencyById } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { readFile } from "#platform/files/files.ts";
import type { Cell, OfficialDocumentModel } from "#platform/official-document/write/document.ts";
import { writeDocx } from "#platform/official-document/write/write-docx.ts";
import type { Work } from "#platform/work/work.ts";
import { documentsOf } from "../estimates/estimate-queries.ts";
import { moneyInWords, moneyNumber, moneyText } from "../money.ts";
import { coefficientText, standingOf } from "../royalties/royalty.ts";
import { royaltyOf } from "../royalties/royalty-queries.ts";
import { budgetExpense } from "../tables.ts";

type Royalty = Awaited<ReturnType<typeof royaltyOf>>;

/** How the amount was come to, as a sheet in official layout; the total stands in words, too. */
function slip(
  one: Royalty,
  agency: NonNullable<Awaited<ReturnType<typeof agencyById>>>,
  at: Date,
): OfficialDocumentModel {
  const money = (amount: number): Cell => ({ text: moneyNumber(amount), align: "right" });
  return {
    parentAgency: agency.superiorName,
    ...{ agency: agency.name, number: null, symbol: `HSTT-${agency.symbol}`, place: agency.place },
    ...{ date: null, year: toVietnamDate(at).year, type: "Bảng tính nhuận bút" },
    abstract: `Dòng dự toán ${one.lineName}`,
    body: [
      {
        kind: "paragraph",
        text: `${one.grade}: hệ số ${coefficientText(one.coefficient)} × ${moneyText(one.unitValue)}, làm tròn đến ${moneyNumber(one.rounding)} đồng (nửa thì tròn lên), bằng ${moneyText(one.amount)}.`,
      },
      {
        kind: "table",
        caption: "Người hưởng (đơn vị: đồng)",
        head: ["STT", "Họ và tên", "Phần", "Số tiền", "Ký nhận"],
        widths: [2, 8, 4, 6, 6],
        rows: [
          ...one.shares.map(({ name, part, amount }, index): Cell[] => [
            { text: String(index + 1), align: "center" },
            name,
            { text: `${coefficientText(part)}%`, align: "right" },
            money(amount),
            "",
          ]),
          ["", { text: "Cộng", bold: true }, "", money(one.amount), ""],
        ],
      },
      { kind: "paragraph", text: `Bằng chữ: ${moneyInWords(one.amount)}.` },
      {
        kind: "paragraph",
        text: `Người đề xuất: ${one.proposedByName}. Người quyết định: ${one.decidedByName ?? "chưa có"}. Tình trạng: ${standingOf(one)}${one.paidOn ? ` ngày ${formatDate(one.paidOn)}, chứng từ ${one.documentNumber}` : ""}./.`,
      },
    ],
    signer: { authority: ["NGƯỜI LẬP"], name: null },
    recipients: ["Hồ sơ thanh toán", "Lưu: VT"],
    appendices: [],
    madeAt: at.toISOString(),
    ...(agency.isSample ? { sampleMark: "DỮ LIỆU MẪU" } : {}),
  };
}

/** All papers of a product's payment as one package: the proofs, how the money was worked out, the vouchers, and their hashes. */
export async function writeRoyaltyBundle(work: Work, { id }: { id: string }): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const one = await royaltyOf(tx, actor, id);
  const agency = (await agencyById(tx, actor.agencyId))!;
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  const sums: string[] = [];
  const put = async (name: string, bytes: Uint8Array) => {
    sums.push(`${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
    await zip.add(name, new Uint8ArrayReader(bytes));
  };
  const proofs = await writePaymentBundle(tx, actor, one.itemId, at);
  await put("01-minh-chung-san-pham.zip", proofs.bytes);
  await put("02-bang-tinh-nhuan-but.docx", await writeDocx(slip(one, agency, at)));
  const expenses = await tx
    .select({ id: budgetExpense.id })
    .from(budgetExpense)
    .where(and(eq(budgetExpense.royaltyId, id), isNull(budgetExpense.reversesId)));
  const papers = await documentsOf(tx, { expenseIds: expenses.map((expense) => expense.id) });
  for (const [index, { id: key, fileName }] of papers.entries()) {
    const bytes = await readFile(key);
    if (bytes) await put(`03-chung-tu/${index + 1}-${fileName}`, new Uint8Array(bytes));
  }
  await zip.add("ma-sha256.txt", new TextReader(sums.join("")));
  await work.record({
    ...{ act: "export-royalty-bundle", objectKind: "royalty", objectId: id },
    after: { amount: one.amount },
  });
  return zip.close();
}
