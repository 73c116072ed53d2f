import { Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** A unit says what stands in the way of a task or a clause of the plans in force. */
export function RaiseDialog({
  units,
  taskId,
  opened,
  onClose,
}: {
  units: { id: string; name: string }[];
  taskId: string | null;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Nêu khó khăn, vướng mắc"
      initial={{
        unitId: units[0]?.id ?? "",
        about: taskId ? `task ${taskId}` : null,
        what: "",
        proposal: "",
      }}
      verb="Gửi"
      submit={({ about, ...fields }) => {
        const [kind, id = null] = (about ?? "").split(" ");
        return api.plan.raiseDifficulty.call({
          ...fields,
          taskId: kind === "task" ? id : null,
          clauseId: kind === "clause" ? id : null,
        });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.difficulties.key() });
        sayDone("Đã gửi; biên tập được báo để tổng hợp.");
      }}
    >
      {(form) => (
        <Asked query={links}>
          {({ tasks, clauses }) => (
            <>
              <Select
                label="Đơn vị nêu"
                required
                allowDeselect={false}
                data={units.map(({ id, name }) => ({ value: id, label: name }))}
                {...form.getInputProps("unitId")}
              />
              <Select
                label="Về nhiệm vụ hoặc mục"
                required
                searchable
                data={[
                  {
                    group: "Nhiệm vụ",
                    items: tasks.map(({ id, title, clausePath }) => ({
                      value: `task ${id}`,
                      label: clausePath ? `${clausePath}: ${title}` : title,
                    })),
                  },
                  {
                    group: "Mục của kế hoạch",
                    items: clauses.map(({ id, path, name }) => ({
                      value: `clause ${id}`,
                      label: `${path}: ${name}`,
                    })),
                  },
                ]}
                {...form.getInputProps("about")}
              />
              <Textarea
                label="Khó khăn, vướng mắc"
                required
                autosize
                minRows={3}
                {...form.getInputProps("what")}
              />
              <Textarea
                label="Đề nghị"
                description="Cách giải quyết mà đơn vị đề nghị, nếu có"
                autosize
                minRows={2}
                {...form.getInputProps("proposal")}
              />
            </>
          )}
        </Asked>
      )}
    </FormDialog>
  );
}
