import { Box, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { channelsContract } from "#channels/contract";
import { nextActOf } from "#channels/web";
import type { newsroomContract } from "#newsroom/contract";
import type { planContract } from "#plan/contract";
import { DueLight, TargetBadge } from "#plan/web";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { reportsContract } from "#reports/contract";
import type { Answers } from "#ui/api.ts";
import { DayText, MomentText, waitedSince } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";

type Content = Answers<typeof newsroomContract>["myWork"]["drafts"][number];
type Entry = Answers<typeof newsroomContract>["listEntries"]["entries"][number];
type DeliveryRow = Answers<typeof channelsContract>["deliveries"]["deliveries"][number];
type Tip = Answers<typeof newsroomContract>["listTips"]["tips"][number];
type Tasks = Answers<typeof planContract>["myTasks"];
type Extension = Answers<typeof planContract>["openExtensions"]["extensions"][number];
type Difficulty = Answers<typeof planContract>["difficulties"]["difficulties"][number];
type Proposal = Answers<typeof planContract>["proposals"]["proposals"][number];
type Handover = Answers<typeof planContract>["receivedHandovers"]["handovers"][number];
type Guidance = Answers<typeof planContract>["guidance"]["notes"][number];
type UnitReport = Answers<typeof reportsContract>["waitingUnitReports"]["toWrite"][number];
type Shortcoming = Answers<typeof planContract>["shortcomings"]["shortcomings"][number];
export type Report = Answers<typeof reportsContract>["list"]["reports"][number];

const looks: Record<Content["state"], { tone: StateTone; word: string }> = {
  draft: { tone: "draft", word: "Nháp" },
  discarded: { tone: "withdrawn", word: "Nháp đã bỏ" },
  submitted: { tone: "waiting", word: "Chờ duyệt" },
  returned: { tone: "returned", word: "Trả lại" },
  refused: { tone: "failed", word: "Không duyệt" },
  approved: { tone: "approved", word: "Đã duyệt" },
  scheduled: { tone: "scheduled", word: "Hẹn giờ" },
  published: { tone: "published", word: "Đã đăng" },
  withdrawn: { tone: "withdrawn", word: "Đã thu hồi" },
  removed: { tone: "withdrawn", word: "Đã gỡ bỏ" },
};

/** One row: where it leads, its state, whose turn it is and since when. */
export function Row({ link, state, children }: { link: ReactNode; state?: ReactNode; children: ReactNode }) {
  return (
    <Box component="li" px="md" py="sm" className="work-row">
      <Group justify="space-between" align="flex-start" gap={6}>
        <Box flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
          {link}
        </Box>
        {state}
      </Group>
      <Text size="sm" c="gray.7" component="div">
        {children}
      </Text>
    </Box>
  );
}

const waiting = (since: string) => {
  const waited = waitedSince(since);
  return waited === "hôm nay" ? "gửi hôm nay" : `đã chờ ${waited}`;
};

/** A tip of which nothing is decided: what it tells, who sent it, who has taken it. */
export function TipRow({ row: { id, words, unitName, sentAt, takenByName } }: { row: Tip }) {
  return (
    <Row
      link={
        <LinkText to="/tin-gui-ve/$id" params={{ id }} fw={600}>
          {beginning(words.replace(/\s+/g, " "), 100)}
        </LinkText>
      }
      state={takenByName && <StateBadge tone="waiting" word="Đã nhận" />}
    >
      {unitName} · {waiting(sentAt)}
      {takenByName && ` · ${takenByName} đã nhận`}
    </Row>
  );
}

/** What is to be made for a story: kind, channel, and the moment by which it is wanted. */
export function DeliverableRow({
  row: { kindLabel, channelLabel, deliverable },
}: {
  row: Entry & { deliverable: NonNullable<Entry["deliverable"]> };
}) {
  const { storyId, storyTitle, dueAt } = deliverable;
  return (
    <Row
      link={
        <LinkText to="/de-tai/$id" params={{ id: storyId }} fw={600}>
          {kindLabel}: {storyTitle}
        </LinkText>
      }
      state={new Date(dueAt) < new Date() && <StateBadge tone="failed" word="Quá hạn" />}
    >
      {channelLabel} · phải xong lúc <MomentText at={dueAt} />
    </Row>
  );
}

/** A text on its way to a channel that goes no further without a person. */
export function DeliveryWorkRow({ row }: { row: DeliveryRow }) {
  const { id, title, account, dueAt } = row;
  return (
    <Row
      link={
        <LinkText to="/dang-kenh/$id" params={{ id }} fw={600}>
          {title || "Bài chưa có tiêu đề"}
        </LinkText>
      }
      state={<StateBadge tone="waiting" word={nextActOf(row).label} />}
    >
      {account.networkLabel} · {account.name}
      {dueAt && (
        <>
          {" "}
          · giờ đăng <MomentText at={dueAt} />
        </>
      )}
    </Row>
  );
}

/** A content item; where it stands in the newsroom and how long it has been waiting. */
export function ContentRow({ item, toReview = false }: { item: Content; toReview?: boolean }) {
  const { tone, word } = looks[item.state];
  // A text that is published already is checked where it stands.
  const decide = toReview && (item.state === "submitted" || item.hasOpenCorrection);
  return (
    <Row
      link={
        <LinkText to={decide ? "/noi-dung/$id/duyet" : "/noi-dung/$id"} params={{ id: item.id }} fw={600}>
          {item.title || `${item.kindLabel} chưa có tiêu đề`}
        </LinkText>
      }
      state={
        <Group gap={6}>
          {item.urgent && <StateBadge tone="failed" word="Khẩn" />}
          <StateBadge tone={tone} word={word} />
          {item.limited && <StateBadge tone="limited" word="Giới hạn người xem" />}
          {item.hasOpenCorrection && <StateBadge tone="waiting" word="Bản sửa chờ duyệt" />}
          {item.postCheckDue && <StateBadge tone="waiting" word="Chờ hậu kiểm" />}
        </Group>
      }
    >
      {item.kindLabel} · {item.unitName} · {item.createdByName}
      {item.state === "submitted" && item.submittedAt && (
        <>
          {" "}
          · {toReview ? "đến lượt bạn duyệt" : "chờ người duyệt"}
          {item.turn &&
            item.turn.of > 1 &&
            ` (bước ${item.turn.position}/${item.turn.of}: ${item.turn.name})`}
          {item.turn?.together && ", duyệt chung với bài khác"},{" "}
          {waiting(item.turn?.since ?? item.submittedAt)}
        </>
      )}
      {item.state === "scheduled" && item.scheduledAt && (
        <>
          {" "}
          · hẹn đăng <MomentText at={item.scheduledAt} />
        </>
      )}
      {item.state !== "submitted" && item.state !== "scheduled" && (
        <>
          {" "}
          · sửa <MomentText at={item.updatedAt} />
        </>
      )}
    </Row>
  );
}

/** A task: until when, what it must yield, what nobody has made clear yet, and (`named`) of which plan it is. */
export function TaskRow({ task, named }: { task: Tasks["toDo"][number]; named: boolean }) {
  const { due, deadline, deliverable, missing, clausePath, progress } = task;
  const last = due.date ?? due.to;
  return (
    <Row
      link={
        <LinkText to="/nhiem-vu/$id" params={{ id: task.id }} fw={600}>
          {task.title}
        </LinkText>
      }
      state={
        <Group gap={6}>
          <DueLight deadline={deadline} />
          {task.target && <TargetBadge target={task.target} />}
          {missing.length > 0 && <StateBadge tone="note" word={`Chưa rõ: ${missing.join(", ")}`} />}
        </Group>
      }
    >
      {clausePath && <>Mục {clausePath} · </>}
      {last ? (
        <>
          hạn <DayText day={last} />
          {deadline?.dayOff && (
            <>
              {" "}
              là ngày nghỉ, tính đến hết <DayText day={deadline.countedTo} />
            </>
          )}
        </>
      ) : (
        (due.text ?? "chưa có thời hạn")
      )}
      {deliverable && <> · {deliverable}</>} · {progress.evidenceCount} minh chứng
      {named && <> · Kế hoạch: {task.planTitle}</>}
    </Row>
  );
}

/** A plan that was sent to a unit of mine and waits for "đã nhận". */
export function DistributionRow({ row }: { row: Tasks["toAcknowledge"][number] }) {
  return (
    <Row
      link={
        <LinkText
          to="/ke-hoach/$id"
          params={{ id: row.planId }}
          search={{ the: "noi-nhan" } as never}
          fw={600}
        >
          {row.title}
        </LinkText>
      }
    >
      {row.unitName} · {waiting(row.sentAt)}
      {row.inherited &&
        ` · nhận từ ${row.inherited.unitName}, đã gửi ${formatDate(toVietnamDate(row.inherited.sentAt))}`}
    </Row>
  );
}

/** A plan that another agency handed over and nobody here has acknowledged. */
export function HandoverRow({ row: { id, title, from, givenAt } }: { row: Handover }) {
  return (
    <Row
      link={
        <LinkText to="/co-quan-khac/ke-hoach/$id" params={{ id } as never} fw={600}>
          {title}
        </LinkText>
      }
    >
      {from} · {waiting(givenAt)}
    </Row>
  );
}

/** A request for more time that the caller decides. */
export function ExtensionRow({ row }: { row: Extension }) {
  return (
    <Row
      link={
        <LinkText to="/nhiem-vu/$id" params={{ id: row.taskId }} hash="gia-han" fw={600}>
          {row.taskTitle}
        </LinkText>
      }
    >
      Từ <DayText day={row.oldDay} /> đến <DayText day={row.newDay} /> · {row.askedByName},{" "}
      {waiting(row.askedAt)} · Lý do: {row.reason}
    </Row>
  );
}

/** What stands in the way of a unit, waiting for the caller's step. */
export function DifficultyRow({ row }: { row: Difficulty }) {
  return (
    <Row
      link={
        <LinkText to="/kho-khan" search={{ "trang-thai": row.state } as never} fw={600}>
          {row.what}
        </LinkText>
      }
    >
      {row.about} · {row.unitName}, {waiting(row.gatheredAt ?? row.raisedAt)}
    </Row>
  );
}

/** A measure that somebody proposed, waiting for the caller's step. */
export function ProposalRow({ row }: { row: Proposal }) {
  return (
    <Row
      link={
        <LinkText to="/de-xuat" search={{ "trang-thai": row.state } as never} fw={600}>
          {row.what}
        </LinkText>
      }
    >
      {row.about ?? "Đề xuất chung"} · {row.proposedByName},{" "}
      {waiting(row.decidedAt ?? row.keptAt ?? row.gatheredAt ?? row.proposedAt)}
    </Row>
  );
}

/** Guidance that waits for "đã nhận" of a unit of mine. */
export function GuidanceRow({ note, unitName }: { note: Guidance; unitName: string }) {
  const { title, edition, madeAt } = note.current;
  return (
    <Row
      link={
        <LinkText to="/huong-dan" search={{ mo: note.id } as never} fw={600}>
          {title}
        </LinkText>
      }
    >
      {unitName}
      {edition > 1 && ` · bản ${edition}`} · {waiting(madeAt)}
    </Row>
  );
}

/** A question about guidance that the caller answers; the longest waiting first. */
export function GuidanceQuestionRow({
  note,
  question,
}: {
  note: Guidance;
  question: Guidance["questions"][number];
}) {
  return (
    <Row
      link={
        <LinkText to="/huong-dan" search={{ mo: note.id } as never} fw={600}>
          {question.what}
        </LinkText>
      }
    >
      {note.current.title} · {question.unitName}, {waiting(question.askedAt)}
    </Row>
  );
}

/** What is lacking in the caller's work or unit and is not mended yet. */
export function ShortcomingRow({ row }: { row: Shortcoming }) {
  return (
    <Row
      link={
        <LinkText to="/ton-tai" search={{ "trang-thai": row.state } as never} fw={600}>
          {row.what}
        </LinkText>
      }
    >
      {row.unitName}
      {row.personName && `, ${row.personName}`} ·{" "}
      {row.fixDay ? (
        <>
          xong trước ngày <DayText day={row.fixDay} />
        </>
      ) : (
        (row.fixTaskTitle ?? "chưa có cách khắc phục")
      )}
    </Row>
  );
}

/** A period report whose next step is the caller's. */
export function ReportRow({ report: { id, periodLabel, periodFrom, periodTo } }: { report: Report }) {
  return (
    <Row
      link={
        <LinkText to="/bao-cao/$id" params={{ id }} fw={600}>
          Báo cáo {periodLabel.charAt(0).toLocaleLowerCase("vi")}
          {periodLabel.slice(1)}
        </LinkText>
      }
    >
      Số liệu từ <DayText day={periodFrom} /> đến hết <DayText day={periodTo} />
    </Row>
  );
}

/** A unit's report: to be written, to be accepted, or behind its day; `named` with the unit first. */
export function UnitReportRow({ row, named = false }: { row: UnitReport; named?: boolean }) {
  const { id, unitName, periodLabel, dueOn, state, arrearsDays, sentAt, returnReason } = row;
  return (
    <Row
      link={
        <LinkText to="/bao-cao-don-vi/phieu/$id" params={{ id }} fw={600}>
          {named ? `${unitName}: ` : ""}Báo cáo {periodLabel.charAt(0).toLocaleLowerCase("vi")}
          {periodLabel.slice(1)}
        </LinkText>
      }
      state={
        <Group gap={6}>
          {arrearsDays > 0 && <StateBadge tone="failed" word={`Quá hạn ${arrearsDays} ngày làm việc`} />}
          {state === "returned" && <StateBadge tone="returned" word="Trả lại" />}
        </Group>
      }
    >
      {!named && `${unitName} · `}
      {state === "sent" && sentAt ? (
        waiting(sentAt)
      ) : (
        <>
          hạn gửi <DayText day={dueOn} />
        </>
      )}
      {state === "returned" && returnReason && ` · Lý do: ${returnReason}`}
    </Row>
  );
}
