import { agencyById } from "#organization";
import { formatDate, formatDateTime } from "#platform/clock/vietnam-time.ts";
import { writeXlsx } from "#platform/official-document/write/write-xlsx.ts";
import type { Work } from "#platform/work/work.ts";
import { enquiryStateLabels, enquiryWayLabels, lightLabels } from "./enquiry.ts";
import { type EnquiryFilter, everyEnquiry } from "./enquiry-queries.ts";

const text = (header: string, width: number) => ({ header, width, kind: "text" as const });

/** The log as it was narrowed, with its numbers; that somebody took it along is in the audit. */
export async function exportEnquiries(work: Work, filter: EnquiryFilter): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const { enquiries, counts } = await everyEnquiry(tx, actor, filter, at);
  const agency = (await agencyById(tx, actor.agencyId))!;
  await work.record({
    act: "export-enquiries",
    objectKind: "press-room",
    objectId: actor.agencyId,
    after: { count: enquiries.length },
  });
  const { from, to, q, state, light } = filter;
  const number = (value: number) => value.toLocaleString("vi-VN");
  return writeXlsx(
    [
      {
        name: "Yêu cầu của báo chí",
        columns: [
          text("Nhận lúc", 18),
          text("Cơ quan báo chí", 32),
          text("Người hỏi", 26),
          text("Cách hỏi", 22),
          text("Về việc", 44),
          text("Câu hỏi", 60),
          text("Hạn trả lời", 18),
          text("Trạng thái", 20),
          text("So với hạn", 14),
          text("Người theo dõi", 26),
          text("Người phát ngôn trả lời", 34),
          text("Khép lại lúc", 18),
          text("Nội dung trả lời, lý do", 60),
          text("Chuyển đến", 30),
          text("Tệp", 30),
        ],
        rows: enquiries.map((one) => [
          formatDateTime(one.receivedAt),
          one.outletName,
          one.askedBy,
          enquiryWayLabels[one.way],
          one.subject,
          one.questions,
          formatDateTime(one.dueAt),
          enquiryStateLabels[one.state],
          lightLabels[one.light],
          one.handlerName,
          one.speaker ?? "",
          one.closedAt && formatDateTime(one.closedAt),
          one.words,
          one.forwardedTo,
          one.files.map(({ fileName }) => fileName).join("; "),
        ]),
      },
      {
        name: "Số liệu và điều kiện lọc",
        columns: [text("Nội dung", 36), text("Giá trị", 50)],
        rows: [
          ["Cơ quan", agency.name],
          ["Tính đến", formatDateTime(at)],
          ["Nhận từ ngày", from ? formatDate(from) : "Không giới hạn"],
          ["Nhận đến hết ngày", to ? formatDate(to) : "Không giới hạn"],
          ["Tìm", q?.trim() || "Không"],
          ["Trạng thái", state ? enquiryStateLabels[state] : "Tất cả"],
          ["So với hạn", light ? lightLabels[light] : "Tất cả"],
          ["Số yêu cầu nhận", number(counts.total)],
          ["Đã khép lại đúng hạn", number(counts.inTime)],
          ["Đã khép lại quá hạn", number(counts.late)],
          ["Còn chờ trả lời", number(counts.open)],
          ["Trong đó đã quá hạn", number(counts.overdue)],
          ["Đã trả lời", number(counts.answered)],
          ["Từ chối trả lời", number(counts.refused)],
          ["Chuyển cơ quan khác", number(counts.forwarded)],
        ],
      },
    ],
    at.toISOString(),
  );
}
