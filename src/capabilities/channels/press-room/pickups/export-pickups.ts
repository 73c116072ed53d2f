import { agencyById } from "#organization";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { pickupKindLabels } from "./pickup.ts";
import { everyPickup, type PickupFilter } from "./pickup-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });

/** The register as it was narrowed, with its numbers; that somebody took it along is in the audit. */
export async function exportPickups(work: Work, filter: PickupFilter): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const { pickups, counts } = await everyPickup(tx, actor, filter);
  const agency = (await agencyById(tx, actor.agencyId))!;
  await work.record({
    act: "export-press-pickups",
    objectKind: "press-room",
    objectId: actor.agencyId,
    after: { count: pickups.length },
  });
  const { from, to, q, kind } = filter;
  const number = (value: number) => value.toLocaleString("vi-VN");
  return writeXlsx(
    [
      {
        name: "Tin báo chí dùng lại",
        columns: [
          text("Ngày đăng", 14),
          text("Cơ quan báo chí", 32),
          text("Tên tin trên báo", 60),
          text("Mức dùng lại", 20),
          text("Bài của cơ quan", 60),
          text("Địa chỉ", 60),
          text("Ảnh chụp", 12),
          text("Ghi chú", 40),
          text("Người ghi", 26),
          text("Ghi lúc", 18),
        ],
        rows: pickups.map((one) => [
          formatDate(one.publishedOn),
          one.outletName,
          one.title,
          pickupKindLabels[one.kind],
          one.itemTitle,
          one.url ?? "",
          one.proofs.length > 0 ? `${one.proofs.length} ảnh` : "Không",
          one.note,
          one.notedByName,
          formatDateTime(one.notedAt),
        ]),
      },
      {
        name: "Số liệu và điều kiện lọc",
        columns: [text("Nội dung", 36), text("Giá trị", 50)],
        rows: [
          ["Cơ quan", agency.name],
          ["Tính đến", formatDateTime(at)],
          ["Đăng từ ngày", from ? formatDate(from) : "Không giới hạn"],
          ["Đăng đến hết ngày", to ? formatDate(to) : "Không giới hạn"],
          ["Tìm", q?.trim() || "Không"],
          ["Mức dùng lại", kind ? pickupKindLabels[kind] : "Tất cả"],
          ["Số tin báo chí dùng lại", number(counts.total)],
          ["Đăng nguyên văn", number(counts.whole)],
          ["Dùng một phần", number(counts.part)],
          ["Nhắc tới", number(counts.mention)],
          ["Số bài của cơ quan được dùng lại", number(counts.items)],
        ],
      },
    ],
    at.toISOString(),
  );
}
