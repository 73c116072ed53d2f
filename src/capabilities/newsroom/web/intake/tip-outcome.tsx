import { Text } from "@mantine/core";
import { LinkText } from "#ui/navigation.tsx";
import { stateLabels } from "../../contract.ts";
import type { Tip } from "../api.ts";

/** What became of a tip, in words with the way to it; nothing while it is in the editors' hands. */
export function TipOutcome({
  tip: { state, item, story, practice, into, reason, takenByName },
}: {
  tip: Tip;
}) {
  const made = (
    <>
      {item && (
        <Text size="sm">
          Bài:{" "}
          <LinkText to="/noi-dung/$id" params={{ id: item.id }} underline="always">
            {item.title || "(chưa có tiêu đề)"}
          </LinkText>{" "}
          ({stateLabels[item.state].toLowerCase()})
        </Text>
      )}
      {story && (
        <Text size="sm">
          Đề tài:{" "}
          <LinkText to="/de-tai/$id" params={{ id: story.id }} underline="always">
            {story.title}
          </LinkText>
          {story.droppedAt && " (đã bỏ)"}
        </Text>
      )}
      {practice && (
        <Text size="sm">
          Sổ mô hình, sáng kiến:{" "}
          <LinkText to="/mo-hinh-sang-kien/$id" params={{ id: practice.id }} underline="always">
            {practice.title}
          </LinkText>
        </Text>
      )}
    </>
  );
  if (state === "taken") return <Text size="sm">{takenByName} đã nhận.</Text>;
  if (state === "declined") return <Text size="sm">Lý do: {reason}</Text>;
  if (state === "merged" && into)
    return (
      <>
        <Text size="sm">
          Gộp vào tin của {into.unitName}: “{into.words}”
        </Text>
        {into.reason && <Text size="sm">Tin ấy không được dùng. Lý do: {into.reason}</Text>}
        {made}
      </>
    );
  return made;
}
