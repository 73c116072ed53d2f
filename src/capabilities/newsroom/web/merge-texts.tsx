import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import { MomentText } from "#ui/date-text.tsx";
import type { ContentFields } from "../content-fields.ts";
import type { Revision } from "./api.ts";
import { asRichText } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";

/** Two texts side by side: mine, and the one that somebody saved meanwhile. Nothing is lost whatever is chosen. */
export function MergeTexts({
  mine,
  theirs,
  onChoose,
}: {
  mine: ContentFields;
  theirs: Revision;
  onChoose: (chosen: ContentFields | null) => void;
}) {
  const both: ContentFields = {
    ...mine,
    title: theirs.title || mine.title,
    summary: theirs.summary || mine.summary,
    body: {
      type: "doc",
      content: [
        ...(asRichText(theirs.body).content ?? []),
        { type: "horizontalRule" },
        ...(mine.body.content ?? []),
      ],
    },
  };
  return (
    <Alert color="yellow" title="Có bản mới hơn" role="alert">
      <Stack>
        <Text>
          {theirs.authorName} đã lưu bản {theirs.number} lúc <MomentText at={theirs.at} />, sau khi bạn mở
          bài. Cả hai bản đều được giữ trong lịch sử; hãy chọn bản để viết tiếp.
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
          <Button onClick={() => onChoose(mine)}>Viết tiếp bản của tôi</Button>
          <Button variant="default" onClick={() => onChoose(null)}>
            Lấy bản kia
          </Button>
          <Button variant="default" onClick={() => onChoose(both)}>
            Nối cả hai để tự ghép
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
