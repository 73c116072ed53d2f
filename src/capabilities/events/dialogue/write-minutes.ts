import { agencyById } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Block } from "#platform/official-document/write/document.ts";
import type { Work } from "#platform/work/work.ts";
import { commitmentsOf } from "../commitments/commitment-queries.ts";
import { countWays, eventKinds } from "../event.ts";
import { eventOf, itemsOf, subjectOf, unitNamesOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { minutesOf, questionsOf } from "./dialogue-queries.ts";
import { declines, questionSources } from "./question.ts";

const paragraphs = (text: string): Block[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ kind: "paragraph", text: line.trim() }));
const heading = (text: string): Block => ({ kind: "heading", level: 1, text });
const fact = (label: string, value: string): Block => ({
  kind: "paragraph",
  text: [{ text: `${label}: ` }, { text: value, bold: true }],
});

/**
 * The minutes in the layout of Decree 30/2020/NĐ-CP: who, when, how it went, what was asked and answered, what was
 * promised. Number and signatures stay blank: they are given when it is issued. @throws Forbidden, Conflict
 */
export async function writeMinutes(work: Work, { id }: { id: string }): Promise<Uint8Array> {
  const { tx, actor, at } = work;
  const row = await eventOf(tx, actor.agencyId, id);
  eventPolicy.permit(actor, "minutes", subjectOf(row));
  const minutes = await minutesOf(tx, id);
  if (!minutes) throw new Conflict("Hãy ghi chủ trì, thư ký, diễn biến trước khi tải biên bản.");
  const agency = (await agencyById(tx, actor.agencyId))!;
  const nameOf = await unitNamesOf(tx, actor.agencyId);
  const items = await itemsOf(tx, id);
  const asked = await questionsOf(tx, id);
  const commitments = await commitmentsOf(tx, id);
  const answered = asked.flatMap(({ question, answer }) =>
    question.decline || !answer || answer.state === "withdrawn" ? [] : [{ question, answer }],
  );
  const declined = Map.groupBy(
    asked.flatMap(({ question }) => question.decline ?? []),
    (decline) => decline,
  );
  const open = asked.length - answered.length - asked.filter(({ question }) => question.decline).length;
  const body: Block[] = [
    fact("Thời gian bắt đầu", formatDateTime(row.startsAt)),
    fact("Địa điểm", row.place),
    fact("Chủ trì", minutes.chair),
    fact("Thư ký", minutes.secretary),
    fact("Đơn vị chủ trì", nameOf(row.leadUnitId)),
    fact(
      "Thành phần tham dự",
      [minutes.present, `${row.attended!.toLocaleString("vi-VN")} người (${countWays[row.countedHow!]})`]
        .filter(Boolean)
        .join("; "),
    ),
    heading("Nội dung, diễn biến"),
    ...items.map(
      ({ atHour, words }): Block => ({ kind: "bullet", text: [atHour, words].filter(Boolean).join(": ") }),
    ),
    ...paragraphs(minutes.course),
    heading("Câu hỏi và trả lời"),
    {
      kind: "paragraph",
      text: `Nhận ${asked.length} câu hỏi: trả lời ${answered.length}${[...declined]
        .map(([decline, all]) => `; ${declines[decline].toLowerCase()} ${all.length}`)
        .join("")}${open > 0 ? `; trả lời sau ${open}` : ""}.`,
    },
    ...answered.flatMap(({ question, answer }, at_): Block[] => [
      {
        kind: "paragraph",
        text: [
          {
            text: `Câu ${at_ + 1} (${question.code}, ${questionSources[question.source].toLowerCase()}): `,
            bold: true,
          },
          { text: answer.question.replaceAll("\n", " ") },
        ],
      },
      {
        kind: "paragraph",
        text: [
          { text: `Trả lời (${nameOf(answer.unitId)}): `, bold: true },
          { text: answer.answer.replaceAll("\n", " ") },
          ...(answer.basis ? [{ text: ` Căn cứ: ${answer.basis}.` }] : []),
        ],
      },
    ]),
    heading("Cam kết"),
    ...(commitments.length === 0
      ? paragraphs("Không có cam kết nào.")
      : [
          {
            kind: "table" as const,
            head: ["STT", "Cam kết", "Đơn vị thực hiện", "Hạn"],
            rows: commitments.map(({ words, unitId, dueOn }, n) => [
              { text: String(n + 1), align: "center" as const },
              words,
              nameOf(unitId),
              formatDate(dueOn),
            ]),
            widths: [1, 6, 3, 2],
          },
        ]),
    heading("Kết luận"),
    ...paragraphs(minutes.conclusion || "Không có kết luận riêng."),
    {
      kind: "paragraph",
      text: `Biên bản kết thúc lúc ${formatDateTime(row.endsAt)}, được đọc lại cho những người dự nghe và thống nhất./.`,
    },
  ];
  await work.record({
    act: "export-minutes",
    objectKind: "event",
    objectId: id,
    after: { title: row.title },
  });
  const { writeDocx } = await import("#platform/official-document/write/write-docx.ts");
  return writeDocx({
    ...{
      parentAgency: agency.superiorName,
      agency: agency.name,
      number: null,
      symbol: `BB-${agency.symbol}`,
    },
    ...{
      place: agency.place,
      date: toVietnamDate(row.startsAt).toString(),
      year: toVietnamDate(row.startsAt).year,
    },
    type: "Biên bản",
    abstract: `${eventKinds[row.kind]}: ${row.title}`,
    body,
    signer: { authority: ["Chủ trì"], name: minutes.chair },
    secretary: minutes.secretary,
    recipients: [nameOf(row.leadUnitId), "Lưu: VT"],
    appendices: [],
    madeAt: at.toISOString(),
    ...(agency.isSample && { sampleMark: "DỮ LIỆU MẪU" }),
  });
}
