import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import type { ContentFields } from "../content-fields.ts";
import type { Revision } from "./api.ts";
import { asRichText, fieldsOf } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";

/** Two texts side by side: mine, and the one that somebody saved meanwhile. Nothing is lost whatever is chosen. */
export function MergeTexts({
  mine,
  theirs,
  onChoose,
}: {
  mine: ContentFields;
  theirs: Revision;
  onChoose: (choice: "mine" | "theirs" | "both", text: ContentFields) => void;
}) {
  // My title and summary go into the body where theirs stand in their place: nothing of either text is dropped.
  const line = (text: string, other: string) =>
    text.trim() !== "" && text !== other ? [{ type: "paragraph", content: [{ type: "text", text }] }] : [];
  const both: ContentFields = {
    ...mine,
    title: theirs.title || mine.title,
    summary: theirs.summary || mine.summary,
    body: {
      type: "doc",
      content: [
        ...(asRichText(theirs.body).content ?? []),
        { type: "horizontalRule" },
        ...(theirs.title ? line(mine.title, theirs.title) : []),
        ...(theirs.summary ? line(mine.summary, theirs.summary) : []),
        ...(mine.body.content ?? []),
      ],
    },
  };
  return (
    <Alert color="yellow" title="Có bản mới hơn" role="alert">
      <Stack>
        <Text>
          {theirs.authorName} đã lưu bản {theirs.number} lúc <MomentText at={theirs.at} />, sau khi bạn mở
          bài. Chọn bản nào thì bản kia vẫn được lưu trong lịch sử.
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Paper withBorder p="md" component="section" aria-label="Bản của bạn">
            <Text fw={700} mb="xs">
              Bản của bạn
            </Text>
            <TextView {...mine} />
          </Paper>
          <Paper withBorder p="md" component="section" aria-label={`Bản của ${theirs.authorName}`}>
            <Text fw={700} mb="xs">
              Bản của {theirs.authorName}
            </Text>
            <TextView {...theirs} />
          </Paper>
        </SimpleGrid>
        <Group>
          <Button onClick={() => onChoose("mine", mine)}>Viết tiếp bản của tôi</Button>
          <Button variant="default" onClick={() => onChoose("theirs", fieldsOf(theirs))}>
            Lấy bản kia
          </Button>
          <Button variant="default" onClick={() => onChoose("both", both)}>
            Nối cả hai để tự ghép
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
