import { ActionIcon, Alert, Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { LinkText } from "#ui/navigation.tsx";
import type { Sending } from "./send-file.ts";

const words: Record<Sending["state"], string> = {
  waiting: "Chờ đến lượt",
  sending: "Đang tải lên",
  broken: "Tạm ngừng",
  finishing: "Đang xem và cất tệp",
  done: "Đã vào kho",
  refused: "Không nhận",
};

/** The files on their way, each with how far it is; what was left half-way on an earlier visit below. */
export function SendingList({
  sendings,
  left,
  onDrop,
  onClear,
}: {
  sendings: Sending[];
  /** Begun earlier, and not on its way from this page. */
  left: { id: string; fileName: string; bytes: number; received: number }[];
  onDrop: (id: string) => void;
  onClear: () => void;
}) {
  const refused = sendings.filter(({ state }) => state === "refused").length;
  const done = sendings.filter(({ state }) => state === "done").length + refused;
  if (sendings.length === 0 && left.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="dang-tai-len">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" id="dang-tai-len">
            Tải lên
          </Title>
          {done > 0 && (
            <Button size="xs" variant="default" onClick={onClear}>
              Dọn những tệp đã xong
            </Button>
          )}
        </Group>
        <Text className="only-read-aloud" role="status">
          {sendings.length > 0 &&
            `Đã xong ${done} trong ${sendings.length} tệp${refused > 0 ? `, ${refused} tệp không nhận` : ""}.`}
        </Text>
        {sendings.map(({ id, fileName, bytes, received, state, why, made }) => (
          <Stack key={id} gap={4}>
            <Group justify="space-between" wrap="nowrap" gap="xs">
              <Text size="sm" miw={0} style={{ overflowWrap: "anywhere" }}>
                {made ? (
                  <LinkText to="/kho-tu-lieu/$id" params={{ id: made.id }}>
                    {made.fileName}
                  </LinkText>
                ) : (
                  fileName
                )}
              </Text>
              <Group gap={6} wrap="nowrap" flex="none">
                <Text size="sm" c={state === "refused" ? "red.9" : "gray.7"}>
                  {words[state]}
                  {(state === "sending" || state === "broken") &&
                    ` ${sizeInWords(received)} / ${sizeInWords(bytes)}`}
                </Text>
                {state !== "done" && state !== "finishing" && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Bỏ ${fileName}`}
                    onClick={() => onDrop(id)}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </Group>
            </Group>
            {state !== "done" && state !== "refused" && (
              <Progress
                value={(received / bytes) * 100}
                color={state === "broken" ? "orange" : undefined}
                aria-label={`Đã tải lên của ${fileName}`}
              />
            )}
            {why && (
              <Text size="sm" c="red.9" role="alert">
                {why}
              </Text>
            )}
          </Stack>
        ))}
        {left.length > 0 && (
          <Alert color="orange" title="Còn tệp tải lên dở từ lần trước">
            <Stack gap="xs">
              <Text size="sm">
                Chọn lại đúng tệp ấy trên máy để tải tiếp từ chỗ dừng. Tệp không được tải tiếp tự bỏ sau hai
                ngày.
              </Text>
              {left.map(({ id, fileName, bytes, received }) => (
                <Group key={id} justify="space-between" wrap="nowrap" gap="xs">
                  <Text size="sm" miw={0} style={{ overflowWrap: "anywhere" }}>
                    {fileName}: đã nhận {sizeInWords(received)} / {sizeInWords(bytes)}
                  </Text>
                  <Button size="compact-sm" variant="default" flex="none" onClick={() => onDrop(id)}>
                    Bỏ tệp này
                  </Button>
                </Group>
              ))}
            </Stack>
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
