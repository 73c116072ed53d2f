import { Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { usePeople } from "./use-people.ts";

/** Somebody notes what is lacking in a plan in force, and whose it is. */
export function NoteDialog({
  units,
  opened,
  onClose,
}: {
  units: { id: string; name: string }[];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  const people = usePeople(opened);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Ghi tồn tại, hạn chế"
      initial={{
        what: "",
        why: "",
        unitId: units.length === 1 ? units[0]!.id : (null as string | null),
        personId: null as string | null,
        planId: null as string | null,
        taskId: null as string | null,
      }}
      verb="Ghi tồn tại"
      submit={({ planId, taskId, unitId, ...fields }) =>
        api.plan.noteShortcoming.call({
          ...fields,
          unitId: unitId ?? "",
          taskId,
          planId:
            links.data?.tasks.find(({ id }) => id === taskId)?.planId ??
            planId ??
            links.data?.plans[0]?.id ??
            "",
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.shortcomings.key() });
        sayDone("Đã ghi; đơn vị được báo.");
      }}
    >
      {(form) => (
        <Asked query={links}>
          {({ plans, tasks }) => (
            <>
              <Textarea
                label="Tồn tại, hạn chế"
                required
                autosize
                minRows={2}
                data-autofocus
                {...form.getInputProps("what")}
              />
              <Textarea
                label="Nguyên nhân"
                description="Có thể bỏ trống, ghi khi giao khắc phục"
                autosize
                {...form.getInputProps("why")}
              />
              <Select
                label="Đơn vị"
                required
                searchable
                data={units.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("unitId")}
              />
              <Select
                label="Người chịu trách nhiệm"
                description="Có thể bỏ trống"
                searchable
                clearable
                clearButtonProps={{ "aria-label": "Bỏ chọn người" }}
                data={people}
                {...form.getInputProps("personId")}
              />
              <Select
                label="Nhiệm vụ liên quan"
                description="Có thể bỏ trống"
                searchable
                clearable
                clearButtonProps={{ "aria-label": "Bỏ chọn nhiệm vụ" }}
                data={tasks.map(({ id, title, clausePath }) => ({
                  value: id,
                  label: clausePath ? `${clausePath}: ${title}` : title,
                }))}
                {...form.getInputProps("taskId")}
              />
              {plans.length > 1 && form.values.taskId === null && (
                <Select
                  label="Kế hoạch"
                  required
                  allowDeselect={false}
                  data={plans.map(({ id, title, year }) => ({ value: id, label: `${title} (${year})` }))}
                  {...form.getInputProps("planId")}
                  value={form.values.planId ?? plans[0]!.id}
                />
              )}
            </>
          )}
        </Asked>
      )}
    </FormDialog>
  );
}
