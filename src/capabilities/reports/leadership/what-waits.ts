import { moneyWaiting } from "#budget";
import { eventsToDecide } from "#events";
import { feedbackToDecide } from "#feedback";
import { textsToDecide } from "#newsroom";
import { difficultiesOf, openExtensions, proposalsOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { shorten } from "#platform/text/shorten.ts";
import { apologiesToDecide } from "#timeliness";
import { mayOf, reportsOfAgency, writersOf } from "../report-queries.ts";
import { reportSigning } from "../signing.ts";
import type { OverviewGroup, OverviewRow } from "./overview.ts";

const since = (at: Date): string => `chờ từ ${formatDate(toVietnamDate(at))}`;

/** What this person may decide stands first; otherwise as it came, the oldest first. */
const mineFirst = (rows: OverviewRow[]): OverviewRow[] => [
  ...rows.filter(({ isMine }) => isMine),
  ...rows.filter(({ isMine }) => !isMine),
];

const waits = {
  approval: "chờ duyệt",
  correction: "đính chính chờ quyết định",
  "post-check": "đã đăng khẩn, chờ hậu kiểm",
} as const;

async function reportsToSign(q: Queryable, actor: Actor): Promise<OverviewRow[]> {
  const signing = await reportSigning(q, actor);
  const rows: OverviewRow[] = [];
  for (const report of await reportsOfAgency(q, actor.agencyId)) {
    if (report.state !== "reviewed") continue;
    const may = mayOf(actor, report, { writers: await writersOf(q, report.id), signing: signing.why });
    rows.push({
      ...{ id: report.id, label: `Báo cáo ${report.periodLabel}`, to: `/bao-cao/${report.id}` },
      detail: report.reviewedAt === null ? "đã soát" : `đã soát, ${since(report.reviewedAt)}`,
      isMine: may["sign-off"]!.allowed,
    });
  }
  return rows;
}

/** Everything in the agency that waits for a decision, by kinds; kinds of which nothing waits are there, too. */
export async function whatWaits(q: Queryable, actor: Actor, now: Date): Promise<OverviewGroup[]> {
  const texts = await textsToDecide(q, actor);
  const apologies = await apologiesToDecide(q, actor);
  const { answers, outcomes, cases } = await feedbackToDecide(q, actor);
  const reports = await reportsToSign(q, actor);
  const difficulties = (await difficultiesOf(q, actor)).filter(({ state }) => state === "gathered");
  const proposals = (await proposalsOf(q, actor)).filter(
    ({ state }) => state === "gathered" || state === "kept",
  );
  const extensions = await openExtensions(q, actor);
  const money = await moneyWaiting(q, actor);
  const events = await eventsToDecide(q, actor, now);
  const ofEvent = (eventId: string) => `/su-kien/${eventId}`;
  const group = (key: string, label: string, rows: OverviewRow[]): OverviewGroup => ({
    ...{ key, label, rows: mineFirst(rows) },
  });
  return [
    group(
      "texts",
      "Tin, bài chờ duyệt",
      texts.map((one) => ({
        ...{ id: one.id, label: one.title, isMine: one.isMine },
        detail: [one.kindLabel, one.unitName, `${waits[one.waitsFor]} (${since(one.since)})`]
          .filter(Boolean)
          .join(" · "),
        to: one.waitsFor === "approval" ? `/noi-dung/${one.id}/duyet` : `/noi-dung/${one.id}`,
      })),
    ),
    group(
      "apologies",
      "Thư xin lỗi chờ duyệt, ký",
      apologies.map((one) => ({
        ...{ id: one.id, label: `Hồ sơ ${one.code}: ${one.procedureName}`, isMine: one.isMine },
        detail: `${one.unit} · hạn trả ${formatDate(one.dueOn)} · ${since(one.since)}`,
        to: "/tien-do-ho-so?the=xin-loi",
      })),
    ),
    group(
      "answers",
      "Trả lời phản ánh chờ duyệt",
      answers.map((one) => ({
        ...{ id: one.id, label: `${one.code}: ${one.kindLabel}`, isMine: one.isMine },
        ...{ detail: `hạn trả lời ${formatDate(one.dueOn)}`, to: `/phan-anh/${one.id}` },
      })),
    ),
    group(
      "outcomes",
      "Kết quả phản ánh chờ người thứ hai đọc lại để công khai",
      outcomes.map((one) => ({
        ...{ id: one.id, label: `${one.code}: ${one.title}`, isMine: one.isMine },
        ...{ detail: since(one.since), to: `/phan-anh/${one.id}` },
      })),
    ),
    group(
      "cases",
      "Trường hợp trước và sau chờ duyệt",
      cases.map((one) => ({
        ...{ id: one.id, label: one.title, isMine: one.isMine },
        ...{ detail: since(one.since), to: `/phan-anh/truoc-sau/${one.id}` },
      })),
    ),
    group(
      "events",
      "Sự kiện chờ công bố",
      events.drafts.map((one) => ({
        ...{ id: one.id, label: one.title, isMine: one.isMine, to: ofEvent(one.eventId) },
        detail: `bắt đầu ngày ${formatDate(toVietnamDate(one.startsAt))}`,
      })),
    ),
    group(
      "event-answers",
      "Trả lời câu hỏi đối thoại chờ duyệt",
      events.answers.map((one) => ({
        ...{ id: one.id, label: `Câu hỏi ${one.code}`, isMine: one.isMine, to: ofEvent(one.eventId) },
        detail: `${one.title} · ${since(one.since)}`,
      })),
    ),
    group(
      "commitments",
      "Cam kết với người dân, doanh nghiệp chờ duyệt",
      events.commitments.map((one) => ({
        ...{ id: one.id, label: shorten(one.words, 160), isMine: one.isMine, to: ofEvent(one.eventId) },
        detail: `hạn ${formatDate(one.dueOn)} · ${since(one.since)}`,
      })),
    ),
    group(
      "commitment-results",
      "Kết quả cam kết chờ duyệt để công khai",
      events.results.map((one) => ({
        ...{ id: one.id, label: shorten(one.words, 160), isMine: one.isMine, to: ofEvent(one.eventId) },
        detail: `hạn ${formatDate(one.dueOn)} · xong ngày ${formatDate(one.doneOn)}`,
      })),
    ),
    group("reports", "Báo cáo chờ ký duyệt", reports),
    group(
      "money",
      "Kinh phí chờ duyệt, xác nhận",
      money.map((one) => ({
        ...{ id: one.id, label: one.label, isMine: one.isMine, to: one.to },
        detail: `${one.detail} · ${since(one.since)}`,
      })),
    ),
    group(
      "difficulties",
      "Khó khăn, vướng mắc chờ quyết định",
      difficulties.map((one) => ({
        ...{ id: one.id, label: shorten(one.what, 160), isMine: one.may.decide.allowed },
        detail: [one.unitName, one.about, since(one.raisedAt)].filter(Boolean).join(" · "),
        to: "/kho-khan",
      })),
    ),
    group(
      "proposals",
      "Đề xuất chờ quyết định",
      proposals.map((one) => ({
        ...{ id: one.id, label: shorten(one.what, 160), isMine: one.may.decide.allowed },
        ...{ detail: `${one.proposedByName} · ${since(one.proposedAt)}`, to: "/de-xuat" },
      })),
    ),
    group(
      "extensions",
      "Đề nghị lùi hạn chờ quyết định",
      extensions.map((one) => ({
        ...{ id: one.id, label: one.taskTitle, isMine: one.may.decide.allowed },
        detail: `từ ${formatDate(one.oldDay)} đến ${formatDate(one.newDay)} · ${since(one.askedAt)}`,
        to: `/nhiem-vu/${one.taskId}`,
      })),
    ),
  ];
}
