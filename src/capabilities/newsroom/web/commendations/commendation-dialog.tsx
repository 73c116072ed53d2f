import { Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { type CommendedSubject, commendedLabels } from "../../contract.ts";
import { api, type Commendation } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

/** Whom the agency praises and for what: a new entry, or one that is there. */
export function CommendationDialog({
  commendation = null,
  opened,
  onClose,
  onDone,
}: {
  commendation?: Commendation | null;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: Commendation) => void;
}) {
  const { units, ownUnitId } = usePeopleOptions();
  // Sent twice, by a second click or after a lost answer, it is one entry.
  const [id, setId] = useState(newId);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={commendation ? "Sửa mục biểu dương" : "Ghi biểu dương"}
      initial={{
        subject: (commendation?.subject ?? "person") as CommendedSubject,
        name: commendation?.name ?? "",
        jobTitle: commendation?.jobTitle ?? "",
        unitId: commendation?.unitId ?? ownUnitId ?? "",
        achievement: commendation?.achievement ?? "",
        decisionNumber: commendation?.decisionNumber ?? "",
        decisionOn: commendation?.decisionOn ?? null,
        decisionBy: commendation?.decisionBy ?? "",
      }}
      verb={commendation ? "Ghi thay đổi" : "Ghi"}
      submit={({ subject, ...fields }) =>
        commendation
          ? api.newsroom.changeCommendation.call({ id: commendation.id, ...fields })
          : api.newsroom.noteCommendation.call({ id, subject, ...fields })
      }
      onDone={(saved) => {
        setId(newId());
        onDone(saved);
      }}
    >
      {(form) => (
        <>
          {!commendation && (
            <Radio.Group
              label="Biểu dương"
              description="Cá nhân chỉ được nêu tên trên cổng khi đã đồng ý."
              {...form.getInputProps("subject")}
            >
              <Stack gap="xs" mt="xs">
                {optionsOf(commendedLabels).map(({ value, label }) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <TextInput
            label={form.values.subject === "person" ? "Họ và tên" : "Tên tập thể"}
            required
            data-autofocus
            {...form.getInputProps("name")}
          />
          {form.values.subject === "person" && (
            <TextInput label="Chức vụ, việc làm" {...form.getInputProps("jobTitle")} />
          )}
          <Select
            label="Đơn vị"
            required
            searchable
            allowDeselect={false}
            data={units}
            {...form.getInputProps("unitId")}
          />
          <Textarea
            label="Thành tích"
            required
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps("achievement")}
          />
          <TextInput label="Số quyết định khen" {...form.getInputProps("decisionNumber")} />
          <DateField label="Ngày quyết định" {...form.getInputProps("decisionOn")} />
          <TextInput label="Cơ quan khen" {...form.getInputProps("decisionBy")} />
        </>
      )}
    </FormDialog>
  );
}
