import { Alert, Button, Group, Paper, SimpleGrid, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { MomentText } from "./date-text.tsx";

export type MergeChoice = "mine" | "theirs" | "both";

/**
 * Two texts side by side: mine, and the one that somebody saved meanwhile. Nothing is lost whatever is chosen:
 * the caller keeps the other one in the history.
 */
export function MergeTexts({
  theirs: { number, by, byMe = false, at },
  mineView,
  theirsView,
  onChoose,
  onByPart,
}: {
  /** The newer version: its number, who saved it (`byMe`: the writer, in another tab), when (ISO). */
  theirs: { number: number; by: string; byMe?: boolean; at: string };
  mineView: ReactNode;
  theirsView: ReactNode;
  onChoose: (choice: MergeChoice) => void;
  /** Opens the screen on which each place is chosen, where there is one. */
  onByPart?: () => void;
}) {
  const other = byMe ? "Bản bạn lưu ở thẻ khác" : `Bản của ${by}`;
  return (
    <Alert color="yellow" title="Có bản mới hơn" role="alert">
      <Stack>
        <Text>
          {byMe ? "Chính bạn, ở thẻ khác," : by} đã lưu bản {number} lúc <MomentText at={at} />, sau khi bạn
          mở bài. Chọn bản nào thì bản kia vẫn được lưu trong lịch sử.
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          <Paper withBorder p="md" component="section" aria-label="Bản của bạn">
            <Text fw={700} mb="xs">
              Bản của bạn
            </Text>
            {mineView}
          </Paper>
          <Paper withBorder p="md" component="section" aria-label={other}>
            <Text fw={700} mb="xs">
              {other}
            </Text>
            {theirsView}
          </Paper>
        </SimpleGrid>
        <Group>
          {onByPart && <Button onClick={onByPart}>Ghép từng đoạn</Button>}
          <Button variant={onByPart ? "default" : "filled"} onClick={() => onChoose("mine")}>
            Viết tiếp bản của tôi
          </Button>
          <Button variant="default" onClick={() => onChoose("theirs")}>
            Lấy bản kia
          </Button>
          <Button variant="default" onClick={() => onChoose("both")}>
            Nối cả hai để tự ghép
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
