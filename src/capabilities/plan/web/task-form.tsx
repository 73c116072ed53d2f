import { Button, Checkbox, Group, MultiSelect, Select, Stack, Textarea } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView, type TaskView } from "./api.ts";
import { dueKinds } from "./words.ts";

type DueKind = keyof typeof dueKinds;

/** The six clears of a task: who, what, by whose authority, with whom, by when, with what result. */
export function TaskForm({
  planId,
  task,
  onDone,
}: {
  planId: string;
  task: TaskView | null;
  onDone: () => void;
}) {
  const plan = useQuery(api.plan.get.queryOptions({ input: { id: planId } }));
  return <Asked query={plan}>{(found) => <Fields plan={found} task={task} onDone={onDone} />}</Asked>;
}

const emptyDue: TaskView["due"] = {
  kind: "continuous",
  text: null,
  date: null,
  from: null,
  to: null,
  every: null,
};

function Fields({ plan, task, onDone }: { plan: PlanView; task: TaskView | null; onDone: () => void }) {
  const queries = useQueryClient();
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const people = useQuery(api.organization.listPeople.queryOptions());
  const [fields, setFields] = useState({
    title: task?.title ?? "",
    clauseId: task?.clauseId ?? null,
    leadUnitId: task?.leadUnitId ?? null,
    allUnits: task?.allUnits ?? false,
    responsiblePersonId: task?.responsiblePersonId ?? null,
    approverPersonId: task?.approverPersonId ?? null,
    coordinatingUnitIds: task?.coordinatingUnitIds ?? [],
    due: task?.due ?? emptyDue,
    deliverable: task?.deliverable ?? null,
    obligationIds: task?.obligationIds ?? [],
  });
  const set = (part: Partial<typeof fields>) => setFields({ ...fields, ...part });
  const done = {
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.plan.key() });
      sayDone("Đã ghi nhiệm vụ.");
      onDone();
    },
  };
  const add = useMutation(api.plan.addTask.mutationOptions(done));
  const assign = useMutation(api.plan.assignTask.mutationOptions(done));
  const unitOptions = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const personOptions = (people.data?.people ?? [])
    .filter(({ active }) => active)
    .map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name}, ${jobTitle}` : name }));
  const { due } = fields;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (task) assign.mutate({ id: task.id, ...fields });
        else add.mutate({ id: plan.id, ...fields });
      }}
    >
      <Stack>
        <Textarea
          label="Việc"
          required
          autosize
          value={fields.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <Checkbox
          label="Mọi phòng, đơn vị cùng làm theo chức năng"
          checked={fields.allUnits}
          onChange={(event) =>
            set({
              allUnits: event.currentTarget.checked,
              leadUnitId: event.currentTarget.checked ? null : fields.leadUnitId,
            })
          }
        />
        {!fields.allUnits && (
          <Select
            label="Người: đơn vị chủ trì"
            data={unitOptions}
            value={fields.leadUnitId}
            onChange={(leadUnitId) => set({ leadUnitId })}
            clearable
            searchable
            clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị chủ trì" }}
          />
        )}
        <Select
          label="Trách nhiệm: người thực hiện"
          data={personOptions}
          value={fields.responsiblePersonId}
          onChange={(responsiblePersonId) => set({ responsiblePersonId })}
          clearable
          searchable
          clearButtonProps={{ "aria-label": "Bỏ chọn người thực hiện" }}
        />
        <MultiSelect
          label="Phối hợp"
          data={unitOptions.filter(({ value }) => value !== fields.leadUnitId)}
          value={fields.coordinatingUnitIds}
          onChange={(coordinatingUnitIds) => set({ coordinatingUnitIds })}
          searchable
        />
        <Select
          label="Thẩm quyền: người phê duyệt"
          data={personOptions}
          value={fields.approverPersonId}
          onChange={(approverPersonId) => set({ approverPersonId })}
          clearable
          searchable
          clearButtonProps={{ "aria-label": "Bỏ chọn người phê duyệt" }}
        />
        <Select
          label="Thời gian"
          allowDeselect={false}
          data={Object.entries(dueKinds).map(([value, label]) => ({ value, label }))}
          value={due.kind}
          onChange={(kind) => set({ due: { ...emptyDue, kind: (kind ?? "none") as DueKind } })}
        />
        {due.kind === "date" && (
          <DateField
            label="Hoàn thành trước ngày"
            required
            value={due.date}
            onChange={(date) => set({ due: { ...due, date } })}
          />
        )}
        {due.kind === "period" && (
          <Group grow>
            <DateField
              label="Từ ngày"
              required
              value={due.from}
              onChange={(from) => set({ due: { ...due, from } })}
            />
            <DateField
              label="Đến ngày"
              required
              value={due.to}
              onChange={(to) => set({ due: { ...due, to } })}
            />
          </Group>
        )}
        {due.kind === "recurring" && (
          <Select
            label="Lặp lại"
            required
            data={[
              { value: "week", label: "Hằng tuần" },
              { value: "month", label: "Hằng tháng" },
              { value: "quarter", label: "Hằng quý" },
              { value: "half-year", label: "Sáu tháng một lần" },
              { value: "year", label: "Hằng năm" },
            ]}
            value={due.every}
            onChange={(every) => set({ due: { ...due, every: every as typeof due.every } })}
          />
        )}
        <Textarea
          label="Kết quả: sản phẩm"
          autosize
          value={fields.deliverable ?? ""}
          onChange={(event) => set({ deliverable: event.currentTarget.value || null })}
        />
        <Select
          label="Mục của kế hoạch"
          data={plan.clauses.map(({ id, path, title, text }) => ({
            value: id,
            label: `${path} ${(title ?? text).slice(0, 80)}`,
          }))}
          value={fields.clauseId}
          onChange={(clauseId) => set({ clauseId })}
          searchable
          clearable
          clearButtonProps={{ "aria-label": "Bỏ chọn mục" }}
        />
        <MultiSelect
          label="Nghĩa vụ được thực hiện"
          data={plan.obligations.map(({ id, code, what }) => ({ value: id, label: `${code} ${what}` }))}
          value={fields.obligationIds}
          onChange={(obligationIds) => set({ obligationIds })}
          searchable
        />
        <ErrorNotice error={add.error ?? assign.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            Không, quay lại
          </Button>
          <Button type="submit" loading={add.isPending || assign.isPending}>
            Ghi nhiệm vụ
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
