import { Checkbox, MultiSelect, Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { beginning } from "#platform/text/beginning.ts";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { clauseMark } from "../clause-mark.ts";
import { api, type PlanView, type TaskView } from "./api.ts";
import { type Due, DueFields, emptyDue } from "./due-fields.tsx";

const fieldsOf = (task: Partial<TaskView>) => ({
  title: task.title ?? "",
  clauseId: task.clauseId ?? null,
  leadUnitId: task.leadUnitId ?? null,
  allUnits: task.allUnits ?? false,
  responsiblePersonId: task.responsiblePersonId ?? null,
  approverPersonId: task.approverPersonId ?? null,
  coordinatingUnitIds: task.coordinatingUnitIds ?? [],
  due: task.due ?? emptyDue,
  deliverable: task.deliverable ?? null,
  obligationIds: task.obligationIds ?? [],
  outsideYear: false,
});

/** A day of the task lies outside the plan's year, which may be meant. */
const isOutside = ({ date, from, to }: Due, year: number) =>
  [date, from, to].some((day) => day !== null && !day.startsWith(`${year}-`));

type Fields = ReturnType<typeof fieldsOf>;

/** What a new task begins with: the clause or the obligation that it was added from, the period that lacks it. */
export type NewTask = Partial<
  Pick<
    Fields,
    | "title"
    | "clauseId"
    | "leadUnitId"
    | "allUnits"
    | "obligationIds"
    | "coordinatingUnitIds"
    | "due"
    | "deliverable"
  >
>;

/** States the six clears of a task, one that is there (`task`) or a new one (`begin`). */
export function TaskDialog({
  planId,
  task = null,
  begin = {},
  add = (fields) => api.plan.addTask.call({ id: planId, ...fields }),
  opened,
  onClose,
  onSaved = () => sayDone("Đã ghi nhiệm vụ."),
}: {
  planId: string;
  task?: TaskView | null;
  begin?: NewTask;
  /** How a new one is written, when that is more than adding it. */
  add?: (fields: Fields) => Promise<unknown>;
  opened: boolean;
  onClose: () => void;
  /** Says that it is written down, in other words than usual. */
  onSaved?: () => void;
}) {
  const queries = useQueryClient();
  const plan = useQuery(api.plan.get.queryOptions({ input: { id: planId }, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={task ? "Giao việc" : "Thêm nhiệm vụ"}
      initial={fieldsOf(task ?? begin)}
      verb="Ghi nhiệm vụ"
      submit={(fields) => (task ? api.plan.assignTask.call({ id: task.id, ...fields }) : add(fields))}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.key() });
        onSaved();
      }}
    >
      {(form) => <Asked query={plan}>{(found) => <TaskFields plan={found} form={form} />}</Asked>}
    </FormDialog>
  );
}

function TaskFields({ plan, form }: { plan: PlanView; form: DialogForm<Fields> }) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const people = useQuery(api.organization.listPeople.queryOptions());
  const { values } = form;
  const unitOptions = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const personOptions = (people.data?.people ?? [])
    .filter(({ active }) => active)
    .map(({ id, name, jobTitle }) => ({ value: id, label: jobTitle ? `${name}, ${jobTitle}` : name }));
  return (
    <>
      <Textarea label="Việc" required autosize data-autofocus {...form.getInputProps("title")} />
      <Checkbox
        label="Mọi phòng, đơn vị cùng làm theo chức năng"
        checked={values.allUnits}
        onChange={(event) => {
          form.setFieldValue("allUnits", event.currentTarget.checked);
          if (event.currentTarget.checked) form.setFieldValue("leadUnitId", null);
        }}
      />
      {!values.allUnits && (
        <Select
          label="Người: đơn vị chủ trì"
          data={unitOptions}
          clearable
          searchable
          clearButtonProps={{ "aria-label": "Bỏ chọn đơn vị chủ trì" }}
          {...form.getInputProps("leadUnitId")}
        />
      )}
      <Select
        label="Trách nhiệm: người thực hiện"
        data={personOptions}
        clearable
        searchable
        clearButtonProps={{ "aria-label": "Bỏ chọn người thực hiện" }}
        {...form.getInputProps("responsiblePersonId")}
      />
      <MultiSelect
        label="Phối hợp"
        data={unitOptions.filter(({ value }) => value !== values.leadUnitId)}
        searchable
        {...form.getInputProps("coordinatingUnitIds")}
      />
      <Select
        label="Thẩm quyền: người phê duyệt"
        data={personOptions}
        clearable
        searchable
        clearButtonProps={{ "aria-label": "Bỏ chọn người phê duyệt" }}
        {...form.getInputProps("approverPersonId")}
      />
      <DueFields
        value={values.due}
        onChange={(due) => form.setFieldValue("due", due)}
        error={form.errors.due}
      />
      {isOutside(values.due, plan.year) && (
        <Checkbox
          label={`Đúng là ngoài năm của kế hoạch (năm ${plan.year})`}
          checked={values.outsideYear}
          onChange={(event) => form.setFieldValue("outsideYear", event.currentTarget.checked)}
        />
      )}
      <Textarea
        label="Kết quả: sản phẩm"
        autosize
        {...form.getInputProps("deliverable")}
        value={values.deliverable ?? ""}
        onChange={(event) => form.setFieldValue("deliverable", event.currentTarget.value || null)}
      />
      <Select
        label="Mục của kế hoạch"
        data={plan.clauses.map(({ id, path, title, text }) => ({
          value: id,
          label: `${clauseMark(path)}: ${title ?? beginning(text, 80)}`,
        }))}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ chọn mục" }}
        {...form.getInputProps("clauseId")}
      />
      <MultiSelect
        label="Nghĩa vụ được thực hiện"
        data={plan.obligations.map(({ id, code, what }) => ({ value: id, label: `${code} ${what}` }))}
        searchable
        {...form.getInputProps("obligationIds")}
      />
    </>
  );
}
