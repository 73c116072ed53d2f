import { Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** How far a file is that the server works on. */
interface RunState {
  step: string;
  done: number;
  /** Null: not known before the end. */
  total: number | null;
}

/** Shown first after so long: what is done at once needs no bar; in milliseconds. */
const PATIENCE = 600;

/** How far a list has been read, judged or written, with the button that stops it. */
export function RunProgress<State extends RunState>({
  runId,
  label,
  words,
  ask,
  stop: stopIt,
}: {
  runId: string;
  label: string;
  /** What is being done, in words; of undefined: the server has not got the file yet. */
  words: (state: State | undefined) => string;
  ask: (id: string) => Promise<State>;
  stop: (id: string) => Promise<unknown>;
}) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const { data } = useQuery({
    queryKey: ["run", runId],
    queryFn: () => ask(runId),
    enabled: isLong,
    // Before the server has the file, and behind the last row, there is nothing to tell.
    retry: false,
    throwOnError: false,
    refetchInterval: 700,
  });
  const stop = useMutation({ mutationFn: () => stopIt(runId) });
  return (
    <Stack gap="xs" role="status">
      <Text size="sm">{words(data)}</Text>
      <Progress
        aria-label={label}
        animated
        value={data?.total ? Math.min(100, (100 * data.done) / data.total) : 100}
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
