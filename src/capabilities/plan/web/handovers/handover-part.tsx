import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DataTable } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "../api.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { type GivenView, standingOf } from "./handover-view.ts";

type Row = GivenView["handovers"][number];

/** To which other agencies the plan was handed, what became of it there, and how it is taken back. */
export function HandoverPart({ plan }: { plan: PlanView }) {
  const queries = useQueryClient();
  const given = useQuery(api.plan.handovers.queryOptions({ input: { id: plan.id } }));
  const refresh = () => queries.invalidateQueries({ queryKey: api.plan.handovers.key() });
  const [giving, give] = useDisclosure(false);
  const [leaving, setLeaving] = useState<Row | null>(null);
  const takeBack = useMutation(
    api.plan.takeBackHandover.mutationOptions({
      onSuccess: (next) => {
        queries.setQueryData(api.plan.handovers.queryKey({ input: { id: plan.id } }), next);
        setLeaving(null);
        sayDone("Đã thu lại; cơ quan ấy không đọc được nữa.");
      },
    }),
  );
  return (
    <Asked query={given}>
      {(found) =>
        found.agencies.length === 0 && found.handovers.length === 0 ? null : (
          <Stack component="section" aria-labelledby="co-quan-khac">
            <Title order={2} size="h3" id="co-quan-khac">
              Cơ quan khác trên hệ thống
            </Title>
            <Group>
              <MayButton may={found.may} verb="handOver" variant="default" onClick={give.open}>
                Chuyển cho cơ quan khác
              </MayButton>
            </Group>
            <DataTable
              caption="Cơ quan được chuyển kế hoạch"
              rows={found.handovers}
              rowKey={({ agency, version, givenAt }) => `${agency} ${version} ${String(givenAt)}`}
              columns={[
                {
                  key: "co-quan",
                  header: "Cơ quan",
                  cell: ({ agencyName, message }) => (
                    <>
                      {agencyName}
                      {message && (
                        <Text size="sm" c="gray.8" style={{ overflowWrap: "anywhere" }}>
                          “{message}”
                        </Text>
                      )}
                    </>
                  ),
                  sortBy: ({ agencyName }) => agencyName,
                },
                {
                  key: "ban",
                  header: "Bản",
                  cell: ({ version, withFile }) => `Bản ${version}${withFile ? ", kèm tệp" : ""}`,
                  sortBy: ({ version }) => version,
                },
                {
                  key: "chuyen",
                  header: "Chuyển lúc",
                  cell: ({ givenAt, givenByName }) => (
                    <>
                      <MomentText at={givenAt} />, {givenByName}
                    </>
                  ),
                  sortBy: ({ givenAt }) => String(givenAt),
                },
                {
                  key: "tinh-trang",
                  header: "Tình trạng",
                  cell: (row) => (
                    <>
                      <StateBadge {...standingOf(row)} />{" "}
                      {row.takenBackAt ? (
                        <Text size="sm" c="gray.8">
                          <MomentText at={row.takenBackAt} />. Lý do: {row.takenBackReason}
                        </Text>
                      ) : row.acknowledgedAt ? (
                        <>
                          {row.acknowledgedByName}, <MomentText at={row.acknowledgedAt} />
                        </>
                      ) : (
                        row.openedAt && (
                          <>
                            {row.openedByName}, <MomentText at={row.openedAt} />
                          </>
                        )
                      )}
                    </>
                  ),
                  sortBy: (row) => standingOf(row).word,
                },
                ...(found.may.takeBackHandover?.allowed
                  ? [
                      {
                        key: "viec",
                        header: "Thu lại",
                        cell: (row: Row) =>
                          row.takenBackAt ? null : (
                            <Button
                              size="compact-sm"
                              variant="subtle"
                              color="red"
                              style={{ flexShrink: 0, minWidth: "max-content" }}
                              onClick={() => setLeaving(row)}
                            >
                              Thu lại<span className="only-read-aloud"> của {row.agencyName}</span>
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
              empty={
                <EmptyState
                  title="Chưa chuyển cho cơ quan nào"
                  why="Chuyển thì cơ quan ấy mới thấy kế hoạch này; ở đây thấy ai đã mở, đã xác nhận. Chưa chuyển thì không cơ quan nào thấy gì."
                />
              }
            />
            <HandOverDialog
              plan={plan}
              given={found}
              opened={giving}
              onClose={give.close}
              onDone={() => void refresh()}
            />
            <Confirm
              opened={leaving !== null}
              onClose={() => setLeaving(null)}
              title="Thu lại kế hoạch đã chuyển"
              verb="Thu lại"
              reasonLabel="Lý do thu lại"
              quickReasons={["Chuyển nhầm cơ quan", "Kế hoạch đang được sửa"]}
              pending={takeBack.isPending}
              error={takeBack.error}
              onConfirm={(reason) =>
                leaving && takeBack.mutate({ id: plan.id, agency: leaving.agency, reason })
              }
            >
              {leaving?.agencyName} không đọc được kế hoạch này nữa, ở mọi bản đã chuyển, và được báo kèm lý
              do. Vết đã chuyển, đã xác nhận vẫn giữ; phần cơ quan ấy đã lấy về đối chiếu thì ở lại với họ.
            </Confirm>
          </Stack>
        )
      }
    </Asked>
  );
}
