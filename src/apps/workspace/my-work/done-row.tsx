import type { newsroomContract } from "#newsroom/contract";
import { eventWords } from "#newsroom/web";
import type { Answers } from "#ui/api.ts";
import { MomentText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { Row } from "./work-rows.tsx";

type Done = Answers<typeof newsroomContract>["myWork"]["doneToday"][number];

/** What somebody did with a text today. */
export function DoneRow({ act: { itemId, title, event, personName, note, at } }: { act: Done }) {
  return (
    <Row
      link={
        <LinkText to="/noi-dung/$id" params={{ id: itemId }} fw={600}>
          {title || "Bài chưa có tiêu đề"}
        </LinkText>
      }
    >
      {eventWords[event] ?? event} · {personName}
      {note && ` · ${note}`} · <MomentText at={at} />
    </Row>
  );
}
