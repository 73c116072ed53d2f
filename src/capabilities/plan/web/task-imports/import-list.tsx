import { Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "../api.ts";
import { ReasonField } from "../reason-field.tsx";

type Made = Awaited<ReturnType<typeof api.plan.taskImports.call>>["imports"][number];

/** What was imported into the plan, each to be taken back whole. */
export function ImportList({ plan }: { plan: PlanView }) {
  const made = useQuery(api.plan.taskImports.queryOptions({ input: { id: plan.id } }));
  const [asked, setAsked] = useState<Made | null>(null);
  return (
    <Stack gap="sm" component="section" aria-labelledby="cac-lan-nhap">
      <Title order={2} size="h4" id="cac-lan-nhap">
        Các lần đã nhập
      </Title>
      <Asked query={made}>
        {({ imports, may }) =>
          imports.length === 0 ? (
            <Text size="sm">Chưa nhập lần nào.</Text>
          ) : (
            <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
              {imports.map((row) => (
                <Paper key={row.id} component="li" withBorder p="sm">
                  <Stack gap={4} align="flex-start">
                    <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                      {row.fileName}
                    </Text>
                    <Text size="sm" c="gray.7">
                      {row.importedByName} nhập lúc <MomentText at={row.importedAt} />
                      {row.undoneAt === null && ` · còn ${row.left} nhiệm vụ`}
                    </Text>
                    {row.undoneAt ? (
                      <>
                        <StateBadge tone="withdrawn" word="Đã lấy lại" />
                        <Text size="sm" c="gray.7">
                          {row.undoneByName}, <MomentText at={row.undoneAt} />
                        </Text>
                      </>
                    ) : (
                      <MayButton
                        may={may}
                        verb="manage"
                        variant="default"
                        size="xs"
                        hideReason
                        onClick={() => setAsked(row)}
                      >
                        Lấy lại cả lần nhập
                      </MayButton>
                    )}
                  </Stack>
                </Paper>
              ))}
            </Stack>
          )
        }
      </Asked>
      <UndoDialog plan={plan} made={asked} onClose={() => setAsked(null)} />
    </Stack>
  );
}

function UndoDialog({ plan, made, onClose }: { plan: PlanView; made: Made | null; onClose: () => void }) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={made !== null}
      onClose={onClose}
      title="Lấy lại cả lần nhập"
      lead={`${made?.left ?? 0} nhiệm vụ nhập từ “${made?.fileName ?? ""}” sẽ ra khỏi kế hoạch cùng một lúc. Nếu đã có nhiệm vụ được sửa, có minh chứng hoặc được đơn vị xác nhận, không nhiệm vụ nào bị bỏ.`}
      initial={{ reason: "" }}
      verb="Lấy lại"
      submit={({ reason }) => api.plan.undoTaskImport.call({ id: made!.id, reason: reason || null })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã lấy lại lần nhập.");
      }}
    >
      {(form) => <ReasonField plan={plan} {...form.getInputProps("reason")} />}
    </FormDialog>
  );
}
