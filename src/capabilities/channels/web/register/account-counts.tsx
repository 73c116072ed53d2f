import { Stack, Text } from "@mantine/core";
import { LinkText } from "#ui/navigation.tsx";
import type { Account } from "../api.ts";

const groups = [
  { key: "inNeed", the: "can-xu-ly", word: "cần xử lý" },
  { key: "waiting", the: "dang-cho", word: "đang chờ" },
  { key: "placed", the: "da-len", word: "đã lên" },
] as const;

/** How many texts wait, ask for a person and stand there, each leading to them. */
export function Counts({ account: { id, name, counts } }: { account: Account }) {
  if (groups.every(({ key }) => counts[key] === 0))
    return (
      <Text size="sm" c="gray.7">
        Chưa có bài
      </Text>
    );
  return (
    <Stack gap={4} align="flex-start">
      {groups
        .filter(({ key }) => counts[key] > 0)
        .map(({ key, the, word }) => (
          <LinkText
            key={key}
            to="/dang-kenh"
            search={{ the, "tai-khoan": id } as never}
            size="sm"
            py={2}
            fw={key === "inNeed" ? 700 : undefined}
          >
            {counts[key]} {word}
            <span className="only-read-aloud"> trên {name}</span>
          </LinkText>
        ))}
    </Stack>
  );
}
