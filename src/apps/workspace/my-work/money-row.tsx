import type { budgetContract } from "#budget/contract";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Answers } from "#ui/api.ts";
import { DayText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Row } from "./work-rows.tsx";

type Waiting = Answers<typeof budgetContract>["moneyWaiting"]["waiting"][number];

/** What of the money waits for a second person. */
export function MoneyRow({ row: { label, detail, to, since } }: { row: Waiting }) {
  return (
    <Row
      link={
        <LinkText to={to as never} fw={600}>
          {label}
        </LinkText>
      }
    >
      {detail}; chờ từ <DayText day={toVietnamDate(since).toString()} />
    </Row>
  );
}
