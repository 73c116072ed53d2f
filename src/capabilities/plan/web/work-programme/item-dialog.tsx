import { Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { workItemKinds, workItemKindWords } from "../../contract.ts";
import { api } from "../api.ts";
import { type Serves, ServesFields } from "./serves-fields.tsx";
import type { WorkItemView } from "./work-item-view.ts";

const kinds = workItemKinds.map((value) => ({ value, label: workItemKindWords[value] }));
const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);

/** Enters an item into a unit's programme, or corrects one. */
export function ItemDialog({
  item,
  units,
  begin,
  opened,
  onClose,
}: {
  /** Null: a new one. */
  item: WorkItemView | null;
  units: { id: string; name: string }[];
  /** What a new one carries along at first: where it was opened from. */
  begin: Serves;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const links = useQuery(api.plan.links.queryOptions({ input: {}, enabled: opened }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={item ? "Sửa hoạt động" : "Ghi hoạt động của đơn vị"}
      initial={{
        unitId: item?.unitId ?? units[0]?.id ?? "",
        title: item?.title ?? "",
        kind: item?.kind ?? "conference",
        firstDay: (item?.firstDay ?? today().toString()) as string | null,
        lastDay: item && item.lastDay !== item.firstDay ? item.lastDay : null,
        place: item?.place ?? "",
        lead: item?.lead ?? "",
        embeds: item?.embeds ?? "",
        taskIds: item ? idsOf(item.tasks) : begin.taskIds,
        obligationIds: item ? idsOf(item.obligations) : begin.obligationIds,
        clauseIds: item ? idsOf(item.clauses) : begin.clauseIds,
      }}
      verb={item ? "Lưu" : "Ghi hoạt động"}
      submit={({ unitId, firstDay, ...fields }) => {
        const said = { ...fields, firstDay: firstDay ?? "" };
        return item
          ? api.plan.correctWorkItem.call({ ...said, id: item.id })
          : api.plan.enterWorkItem.call({ ...said, unitId });
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.plan.workProgramme.key() });
        sayDone(item ? "Đã sửa hoạt động." : "Đã ghi hoạt động vào chương trình công tác.");
      }}
    >
      {(form) => (
        <Asked query={links}>
          {(found) => (
            <>
              {item === null && (
                <Select
                  label="Đơn vị"
                  required
                  allowDeselect={false}
                  data={units.map(({ id, name }) => ({ value: id, label: name }))}
                  {...form.getInputProps("unitId")}
                />
              )}
              <TextInput label="Tên hoạt động" required data-autofocus {...form.getInputProps("title")} />
              <Select
                label="Loại"
                required
                allowDeselect={false}
                data={kinds}
                {...form.getInputProps("kind")}
              />
              <DateField label="Ngày" required {...form.getInputProps("firstDay")} />
              <DateField
                label="Đến ngày"
                description="Bỏ trống khi diễn ra trong một ngày"
                {...form.getInputProps("lastDay")}
              />
              <TextInput label="Nơi tổ chức" {...form.getInputProps("place")} />
              <TextInput label="Người hoặc nơi chủ trì" {...form.getInputProps("lead")} />
              <Textarea
                label="Nội dung lồng ghép"
                description="Tuyên truyền cải cách hành chính được lồng ghép thế nào, ví dụ: giới thiệu cách nộp hồ sơ trực tuyến."
                autosize
                minRows={2}
                {...form.getInputProps("embeds")}
              />
              <ServesFields links={found} form={form} />
            </>
          )}
        </Asked>
      )}
    </FormDialog>
  );
}
