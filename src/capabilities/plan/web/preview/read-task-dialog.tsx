import { Select, TagsInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { clauseMark } from "../../clause-mark.ts";
import type { CorrectedTask } from "../../preview/correction.ts";
import type { Clause } from "../../reading/plan-reading.ts";
import { api } from "../api.ts";
import { DueFields, emptyDue } from "../due-fields.tsx";
import { clauseName } from "../words.ts";

type Fields = CorrectedTask & Record<string, unknown>;

/** A task as the plan states it, in every field; unit names stand as printed. */
export function ReadTaskDialog({
  clauses,
  task,
  opened,
  onClose,
  submit,
}: {
  /** In the order of the document. */
  clauses: Clause[];
  /** The task to correct; with `isNew` what a new one begins with. */
  task: Partial<CorrectedTask> & { isNew?: boolean };
  opened: boolean;
  onClose: () => void;
  submit: (task: CorrectedTask) => Promise<unknown>;
}) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {}, enabled: opened }));
  const names = ["Các phòng, đơn vị trực thuộc", ...(units.data?.units ?? []).map(({ name }) => name)];
  const initial: Fields = {
    clause: task.clause ?? null,
    title: task.title ?? "",
    leadUnits: task.leadUnits ?? [],
    coordinatingUnits: task.coordinatingUnits ?? [],
    due: task.due ?? { ...emptyDue, kind: "none" },
    deliverable: task.deliverable ?? "",
  };
  const unitField = {
    data: names,
    splitChars: [";"],
    clearable: true,
    clearButtonProps: { "aria-label": "Bỏ hết" },
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={task.isNew ? "Thêm nhiệm vụ" : "Sửa nhiệm vụ"}
      initial={initial}
      verb={task.isNew ? "Thêm nhiệm vụ" : "Ghi chỗ sửa"}
      submit={({ deliverable, ...fields }) => submit({ ...fields, deliverable: deliverable || null })}
    >
      {(form) => (
        <>
          <Textarea label="Việc" required autosize data-autofocus {...form.getInputProps("title")} />
          <Select
            label="Mục của kế hoạch"
            placeholder="Không thuộc mục nào (phụ lục)"
            data={clauses.map((clause) => ({
              value: clause.path,
              label: `${clauseMark(clause.path)}: ${clauseName({ ...clause, label: "" })}`,
            }))}
            searchable
            clearable
            clearButtonProps={{ "aria-label": "Bỏ chọn mục" }}
            {...form.getInputProps("clause")}
          />
          <TagsInput
            label="Đơn vị chủ trì"
            description="Chọn hoặc gõ tên rồi nhấn Enter. Đơn vị đầu tiên chủ trì; các đơn vị sau được ghi là phối hợp."
            {...unitField}
            {...form.getInputProps("leadUnits")}
          />
          <TagsInput label="Đơn vị phối hợp" {...unitField} {...form.getInputProps("coordinatingUnits")} />
          <DueFields value={form.values.due} onChange={(due) => form.setFieldValue("due", due)} />
          <Textarea label="Kết quả, sản phẩm" autosize {...form.getInputProps("deliverable")} />
        </>
      )}
    </FormDialog>
  );
}
