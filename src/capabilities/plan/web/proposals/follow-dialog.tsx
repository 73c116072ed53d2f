import { Radio, Select, Stack, Text, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import type { ProposalView } from "./proposal-view.ts";

/** What was accepted becomes a task of a plan in force: a new one, or one that is there. */
export function FollowDialog({
  row,
  opened,
  onClose,
}: {
  row: ProposalView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {}, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Giao thành nhiệm vụ"
      lead={<Text>{row.what}</Text>}
      initial={{
        how: "new",
        taskId: null as string | null,
        planId: row.planId as string | null,
        title: row.what,
        leadUnitId: null as string | null,
        dueDate: null as string | null,
        deliverable: "",
      }}
      verb="Giao việc"
      submit={({ how, taskId, planId, leadUnitId, dueDate, ...task }) =>
        api.plan.followProposal.call({
          id: row.id,
          taskId: how === "new" ? null : taskId,
          task:
            how === "new"
              ? {
                  ...task,
                  planId: planId ?? links.data?.plans[0]?.id ?? "",
                  leadUnitId: leadUnitId ?? "",
                  dueDate: dueDate ?? "",
                }
              : null,
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        sayDone("Đã giao thành nhiệm vụ; người đề xuất được báo.");
      }}
    >
      {(form) => (
        <Asked query={links}>
          {({ plans, tasks }) => (
            <>
              <Radio.Group label="Nhiệm vụ" {...form.getInputProps("how")}>
                <Stack gap="xs" mt={4}>
                  <Radio value="new" label="Thêm nhiệm vụ mới vào kế hoạch" />
                  <Radio value="linked" label="Nối với nhiệm vụ đã có" />
                </Stack>
              </Radio.Group>
              {form.values.how === "linked" ? (
                <Select
                  label="Nhiệm vụ đã có"
                  required
                  searchable
                  data={tasks.map(({ id, title, clausePath }) => ({
                    value: id,
                    label: clausePath ? `${clausePath}: ${title}` : title,
                  }))}
                  {...form.getInputProps("taskId")}
                />
              ) : (
                <>
                  <Select
                    label="Kế hoạch"
                    required
                    allowDeselect={false}
                    data={plans.map(({ id, title, year }) => ({ value: id, label: `${title} (${year})` }))}
                    {...form.getInputProps("planId")}
                    value={form.values.planId ?? plans[0]?.id ?? null}
                    error={form.errors.planId ?? form.errors["task.planId"]}
                  />
                  <Textarea
                    label="Việc"
                    required
                    autosize
                    {...form.getInputProps("title")}
                    error={form.errors.title ?? form.errors["task.title"]}
                  />
                  <Select
                    label="Đơn vị chủ trì"
                    required
                    searchable
                    data={(units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                    {...form.getInputProps("leadUnitId")}
                    error={form.errors.leadUnitId ?? form.errors["task.leadUnitId"]}
                  />
                  <DateField
                    label="Hoàn thành trước ngày"
                    required
                    {...form.getInputProps("dueDate")}
                    error={form.errors.dueDate ?? form.errors["task.dueDate"]}
                  />
                  <Textarea
                    label="Kết quả: sản phẩm"
                    description="Có thể bỏ trống, bổ sung khi giao việc"
                    autosize
                    {...form.getInputProps("deliverable")}
                  />
                </>
              )}
            </>
          )}
        </Asked>
      )}
    </FormDialog>
  );
}
