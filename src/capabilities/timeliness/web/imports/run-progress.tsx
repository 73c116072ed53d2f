import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../api.ts";

/** Shown first after so long: what is done at once needs no bar. */
const PATIENCE = 600;

/** How far a sheet has been read or written, with the button that stops it. */
export function RunProgress({ runId }: { runId: string }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({
    ...api.timeliness.runProgress.queryOptions({ input: { id: runId } }),
    enabled: isLong,
    // Before the server has the file, and behind the last row, there is nothing to tell.
    retry: false,
    throwOnError: false,
    refetchInterval: 700,
  });
  const stop = useMutation({ mutationFn: () => api.timeliness.stopRun.call({ id: runId }) });
  const words =
    data === undefined || (data.step === "reading" && data.done === 0)
      ? "Đang gửi và mở tệp…"
      : data.step === "reading"
        ? `Đã đọc ${data.done.toLocaleString("vi-VN")} dòng…`
        : `Đã xét ${data.done.toLocaleString("vi-VN")} trên ${(data.total ?? 0).toLocaleString("vi-VN")} hồ sơ…`;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{words}</Text>
      <Progress
        aria-label="Tiến độ đọc bảng"
        animated
        value={data?.step === "writing" && data.total ? (100 * data.done) / data.total : 100}
      />
      <Group>
        <Button
          variant="default"
          loading={stop.isPending}
          disabled={data === undefined}
          onClick={() => stop.mutate()}
        >
          Dừng
        </Button>
      </Group>
    </Stack>
  );
}
