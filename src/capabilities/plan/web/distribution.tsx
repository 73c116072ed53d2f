import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "./api.ts";
import { SendDialog } from "./send-dialog.tsx";

/** Who received the plan and who has acknowledged it. */
export function Distribution({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const rows = useQuery(api.plan.distribution.queryOptions({ input: { id: plan.id } }));
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: api.plan.distribution.key() });
    void queries.invalidateQueries({ queryKey: api.plan.myTasks.key() });
  };
  const [sending, send] = useDisclosure(false);
  const acknowledge = useMutation(
    api.plan.acknowledge.mutationOptions({
      onSuccess: () => {
        refresh();
        sayDone("Đã xác nhận.");
      },
    }),
  );
  return (
    <Stack>
      <Text size="sm">Nơi nhận ghi trong kế hoạch: {plan.recipients.join("; ") || "chưa ghi"}.</Text>
      <Group>
        <MayButton may={plan.may} verb="distribute" onClick={send.open}>
          Gửi đến các đơn vị
        </MayButton>
      </Group>
      <ErrorNotice error={acknowledge.error} />
      <Asked query={rows}>
        {({ distribution }) => (
          <DataTable
            caption="Đơn vị nhận kế hoạch"
            rows={distribution}
            rowKey={({ unitId, version }) => `${unitId} ${version}`}
            columns={[
              {
                key: "don-vi",
                header: "Đơn vị",
                cell: ({ unitName }) => unitName,
                sortBy: ({ unitName }) => unitName,
              },
              ...(plan.version > 1
                ? [
                    {
                      key: "ban",
                      header: "Bản",
                      cell: (row: { version: number }) => `Bản ${row.version}`,
                      sortBy: (row: { version: number }) => row.version,
                    },
                  ]
                : []),
              {
                key: "gui",
                header: "Gửi lúc",
                cell: ({ sentAt, inherited }) =>
                  inherited ? (
                    <>
                      <MomentText at={inherited.sentAt} /> cho {inherited.unitName}; đơn vị này tiếp nhận từ{" "}
                      {formatDate(toVietnamDate(sentAt))}
                    </>
                  ) : (
                    <MomentText at={sentAt} />
                  ),
                sortBy: ({ sentAt }) => sentAt,
              },
              {
                key: "nhan",
                header: "Xác nhận",
                cell: ({ unitId, version, acknowledgedAt, acknowledgedBy, may }) =>
                  acknowledgedAt ? (
                    <>
                      <StateBadge tone="done" word="Đã nhận" /> {acknowledgedBy},{" "}
                      <MomentText at={acknowledgedAt} />
                    </>
                  ) : (
                    <Group gap="xs">
                      {version === plan.version ? (
                        <StateBadge tone="waiting" word="Chưa xác nhận" />
                      ) : (
                        <StateBadge tone="none" word="Chưa xác nhận, đã có bản mới" />
                      )}
                      {may.acknowledge?.allowed && (
                        <Button size="xs" onClick={() => acknowledge.mutate({ id: plan.id, unitId })}>
                          Xác nhận đã nhận
                        </Button>
                      )}
                    </Group>
                  ),
                sortBy: ({ acknowledgedAt }) => acknowledgedAt ?? "",
              },
            ]}
            empty={
              <EmptyState
                title="Kế hoạch chưa được gửi"
                why="Gửi đến các đơn vị ở Nơi nhận; mỗi đơn vị xác nhận đã nhận, ai nhận và lúc nào được ghi lại."
              />
            }
          />
        )}
      </Asked>
      {rows.data && (
        <SendDialog
          planId={plan.id}
          waiting={rows.data.waiting}
          opened={sending}
          onClose={send.close}
          onDone={refresh}
        />
      )}
    </Stack>
  );
}
