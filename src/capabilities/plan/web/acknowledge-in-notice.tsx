import { Button, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { NoticeActProps } from "#ui/notice-act.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";

const planIn = (href: string): string => /\/ke-hoach\/([0-9a-f-]{36})/.exec(href)?.[1] ?? "";

/** Acknowledges a plan where its notice is read, for each unit of the reader that has not yet. */
export function AcknowledgeInNotice({ href, onDone }: NoticeActProps) {
  const queries = useQueryClient();
  const id = planIn(href);
  const rows = useQuery(api.plan.distribution.queryOptions({ input: { id }, enabled: id !== "" }));
  const acknowledge = useMutation(
    api.plan.acknowledge.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.plan.distribution.key() });
        void queries.invalidateQueries({ queryKey: api.plan.myTasks.key() });
        sayDone("Đã xác nhận nhận kế hoạch.");
        onDone();
      },
    }),
  );
  const waiting = (rows.data?.distribution ?? []).filter(({ may }) => may.acknowledge?.allowed);
  if (waiting.length === 0) return null;
  return (
    <Stack gap="xs" px="sm" pb="sm" align="flex-start">
      <ErrorNotice error={acknowledge.error} />
      {waiting.map(({ unitId, unitName }) => (
        <Button
          key={unitId}
          size="xs"
          loading={acknowledge.isPending && acknowledge.variables.unitId === unitId}
          onClick={() => acknowledge.mutate({ id, unitId })}
        >
          {waiting.length === 1 ? "Xác nhận đã nhận" : `Xác nhận cho ${unitName}`}
        </Button>
      ))}
    </Stack>
  );
}
