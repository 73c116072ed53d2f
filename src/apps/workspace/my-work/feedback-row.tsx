import type { feedbackContract } from "#feedback/contract";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Answers } from "#ui/api.ts";
import { DayText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Row } from "./work-rows.tsx";

type Waiting = Answers<typeof feedbackContract>["feedbackWaiting"]["waiting"][number];

const kinds: Record<Waiting["kind"], string> = {
  answer: "Trả lời chờ duyệt",
  outcome: "Kết quả chờ đọc lại để công khai",
  case: "Trường hợp trước và sau chờ duyệt",
};

/** What citizens wrote, or what came of it, that waits for a second person. */
export function FeedbackRow({ row: { kind, label, to, since, dueOn } }: { row: Waiting }) {
  return (
    <Row
      link={
        <LinkText to={to as never} fw={600}>
          {label}
        </LinkText>
      }
    >
      {kinds[kind]}
      {since && (
        <>
          ; chờ từ <DayText day={toVietnamDate(since).toString()} />
        </>
      )}
      {dueOn && (
        <>
          ; hạn trả lời <DayText day={dueOn} />
        </>
      )}
    </Row>
  );
}
