import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { api, type BookletView } from "../api.ts";

function inWords({ step, procedures, seconds, expected }: BookletView): string {
  if (step === "gathering") return "Đang lấy nội dung các thủ tục…";
  if (step === "waiting") return `Đang chờ lượt dàn trang ${procedures} thủ tục…`;
  const about = expected === null ? "" : `, ước chừng ${expected} giây`;
  return `Đang dàn trang ${procedures} thủ tục: đã ${seconds} giây${about}.`;
}

/** How far a book is, with the button that stops it. */
export function BookletProgress({ runId }: { runId: string }) {
  const { data } = useQuery({
    ...api.procedures.bookletProgress.queryOptions({ input: { id: runId } }),
    // Before the server has begun, and once it is done, there is nothing to tell.
    retry: false,
    throwOnError: false,
    refetchInterval: 700,
  });
  const stop = useMutation({ mutationFn: () => api.procedures.stopBooklet.call({ id: runId }) });
  const share =
    data?.step === "setting" && data.expected ? Math.min(95, (100 * data.seconds) / data.expected) : 100;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{data ? inWords(data) : "Đang bắt đầu…"}</Text>
      <Progress aria-label="Tiến độ lập sổ tay" animated value={share} />
      <Group>
        <Button
          variant="default"
          loading={stop.isPending}
          disabled={data === undefined}
          onClick={() => stop.mutate()}
        >
          Dừng lập sổ tay
        </Button>
      </Group>
    </Stack>
  );
}
