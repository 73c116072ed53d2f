import { MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { api, type Story } from "../api.ts";
import { linkOptions, namedClauses, namedObligations, namedTasks } from "../link-options.ts";
import { SimilarToTopic } from "../similar/similar-items.tsx";
import { usePeopleOptions } from "./people-options.ts";

const fieldsOf = (story: Partial<Story>, ownUnitId: string | null) => ({
  title: story.title ?? "",
  note: story.note ?? "",
  unitId: story.unitId ?? ownUnitId ?? "",
  leadPersonId: story.leadPersonId ?? null,
  taskIds: story.taskIds ?? [],
  obligationIds: story.obligationIds ?? [],
  clauseIds: story.clauseIds ?? [],
});
type Fields = ReturnType<typeof fieldsOf>;

/** What a story is about, whose it is and what of the plan it serves: one that is there (`story`) or a new one. */
export function StoryDialog({
  story = null,
  opened,
  onClose,
  onDone,
}: {
  story?: Story | null;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: Story) => void;
}) {
  const { ownUnitId } = usePeopleOptions();
  // Sent twice, by a second click or after a lost answer, it is one story.
  const [storyId, setStoryId] = useState(newId);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={story ? "Sửa đề tài" : "Đề xuất đề tài"}
      lead={
        story
          ? undefined
          : "Một đề tài có thể ra nhiều sản phẩm: tin, bài… Ghi đề tài trước, thêm sản phẩm sau."
      }
      initial={fieldsOf(story ?? {}, ownUnitId)}
      verb={story ? "Ghi đề tài" : "Đề xuất"}
      submit={(fields) =>
        story
          ? api.newsroom.changeStory.call({ id: story.id, ...fields })
          : api.newsroom.proposeStory.call({ id: storyId, ...fields })
      }
      onDone={(saved) => {
        setStoryId(newId());
        onDone(saved);
      }}
    >
      {(form) => <StoryFields form={form} story={story} />}
    </FormDialog>
  );
}

function StoryFields({ form, story }: { form: DialogForm<Fields>; story: Story | null }) {
  const { units, people } = usePeopleOptions();
  const links = useQuery(api.plan.links.queryOptions({ input: {} }));
  const found = links.data ?? { plans: [], tasks: [], obligations: [], clauses: [] };
  const chosen = story?.links ?? { tasks: [], obligations: [], clauses: [] };
  return (
    <>
      <TextInput label="Tên đề tài" required data-autofocus {...form.getInputProps("title")} />
      {!story && <SimilarToTopic title={form.values.title} />}
      <Textarea
        label="Ghi chú"
        description="Góc nhìn, người cần gặp, số liệu cần lấy."
        autosize
        minRows={2}
        {...form.getInputProps("note")}
      />
      <Select
        label="Đơn vị"
        required
        allowDeselect={false}
        searchable
        data={units}
        {...form.getInputProps("unitId")}
      />
      <Select
        label="Người phụ trách"
        data={people}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ chọn người phụ trách" }}
        {...form.getInputProps("leadPersonId")}
      />
      <MultiSelect
        label="Mục của kế hoạch"
        searchable
        nothingFoundMessage="Không có mục này"
        data={linkOptions(found.plans, namedClauses(found), chosen.clauses)}
        {...form.getInputProps("clauseIds")}
      />
      <MultiSelect
        label="Nghĩa vụ"
        searchable
        nothingFoundMessage="Không có nghĩa vụ này"
        data={linkOptions(found.plans, namedObligations(found), chosen.obligations)}
        {...form.getInputProps("obligationIds")}
      />
      <MultiSelect
        label="Nhiệm vụ"
        searchable
        nothingFoundMessage="Không có nhiệm vụ này"
        data={linkOptions(found.plans, namedTasks(found), chosen.tasks)}
        {...form.getInputProps("taskIds")}
      />
    </>
  );
}
