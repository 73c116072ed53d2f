import { Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

/** Somebody proposes a measure, for the work as a whole or for one task, clause or difficulty (`about` begins with it). */
export function ProposeDialog({
  about,
  opened,
  onClose,
}: {
  about: string | null;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  const hardships = useQuery(api.plan.difficulties.queryOptions({ enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Đề xuất giải pháp"
      lead="Biên tập tổng hợp, lãnh đạo quyết định; bạn được báo ở từng bước."
      initial={{ about, what: "", benefit: "" }}
      verb="Gửi đề xuất"
      submit={({ about: chosen, ...fields }) => {
        const [kind, id = null] = (chosen ?? "").split(" ");
        const only = (wanted: string) => (kind === wanted ? id : null);
        return api.plan.propose.call({
          ...fields,
          taskId: only("task"),
          clauseId: only("clause"),
          difficultyId: only("difficulty"),
        });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.proposals.key() });
        sayDone("Đã gửi đề xuất; biên tập được báo để tổng hợp.");
      }}
    >
      {(form) => (
        <>
          <Textarea
            label="Giải pháp"
            required
            autosize
            minRows={3}
            data-autofocus
            {...form.getInputProps("what")}
          />
          <Textarea
            label="Hiệu quả dự kiến"
            description="Có thể bỏ trống"
            autosize
            minRows={2}
            {...form.getInputProps("benefit")}
          />
          <Asked query={links}>
            {({ tasks, clauses }) => (
              <Select
                label="Cho việc gì"
                description="Bỏ trống nếu đề xuất chung cho cơ quan"
                searchable
                clearable
                clearButtonProps={{ "aria-label": "Bỏ chọn việc" }}
                data={[
                  {
                    group: "Khó khăn đã nêu",
                    items: (hardships.data?.difficulties ?? [])
                      .filter(({ state }) => state !== "withdrawn")
                      .map(({ id, what }) => ({ value: `difficulty ${id}`, label: what })),
                  },
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
            )}
          </Asked>
        </>
      )}
    </FormDialog>
  );
}
