import { Button, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { NoticeActProps } from "#ui/notice-act.ts";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Acknowledges a plan where its notice is read, for the unit that it was sent to. */
export function AcknowledgePlan({ about: [id = "", unitId = ""], onDone }: NoticeActProps) {
  const queries = useQueryClient();
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
  return (
    <Stack gap="xs" align="flex-start">
      <ErrorNotice error={acknowledge.error} />
      <Button size="xs" loading={acknowledge.isPending} onClick={() => acknowledge.mutate({ id, unitId })}>
        Xác nhận đã nhận
      </Button>
    </Stack>
  );
}
