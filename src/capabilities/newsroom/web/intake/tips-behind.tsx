import { Alert, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { LinkText } from "#ui/navigation.tsx";
import { api } from "../api.ts";

/** Whose tips a text or a story came of; nothing where it came of none. */
export function TipsBehind({ itemId, storyId }: { itemId?: string; storyId?: string }) {
  const behind = useQuery(api.newsroom.tipsBehind.queryOptions({ input: { itemId, storyId } }));
  const tips = behind.data?.tips ?? [];
  if (tips.length === 0) return null;
  return (
    <Alert color="gray" icon={<IconSend />} p="sm">
      {tips.map(({ id, unitName, sentByName, credited }) => (
        <Text key={id} size="sm">
          Tin do {unitName} ({sentByName}) gửi
          {credited && ", trang công khai ghi tên đơn vị"}:{" "}
          <LinkText to="/tin-gui-ve/$id" params={{ id }} underline="always">
            xem tin
          </LinkText>
        </Text>
      ))}
    </Alert>
  );
}
