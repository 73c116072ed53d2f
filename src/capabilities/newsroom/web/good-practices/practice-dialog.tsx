import { Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { beginning } from "#platform/text/beginning.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { type PracticeKind, practiceKinds } from "../../contract.ts";
import { api, type GoodPractice, type Tip } from "../api.ts";
import { usePeopleOptions } from "../planning/people-options.ts";

const ofTip = (tip: Tip) => ({
  kind: (tip.kind === "initiative" ? "initiative" : "practice") as PracticeKind,
  title: beginning(tip.words.split(/\n|(?<=[.!?])\s/)[0]!.replace(/[.\s]+$/, ""), 160),
  unitId: tip.unitId,
  what: tip.words,
});

/** What is said of a good practice or an initiative: a new one, one of a tip, or one that is there (`practice`). */
export function PracticeDialog({
  practice = null,
  tip = null,
  opened,
  onClose,
  onDone,
}: {
  practice?: GoodPractice | null;
  tip?: Tip | null;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: GoodPractice) => void;
}) {
  const { units, ownUnitId } = usePeopleOptions();
  // Sent twice, by a second click or after a lost answer, it is one entry.
  const [id, setId] = useState(newId);
  const empty = {
    kind: "practice" as PracticeKind,
    title: "",
    unitId: ownUnitId ?? "",
    what: "",
    authors: "",
    result: "",
    proofUrl: "",
    proofNote: "",
    begunOn: null as string | null,
  };
  const initial = {
    ...empty,
    ...(tip && ofTip(tip)),
    ...(practice && {
      kind: practice.kind,
      title: practice.title,
      unitId: practice.unitId,
      what: practice.what,
      authors: practice.authors,
      result: practice.result,
      proofUrl: practice.proofUrl ?? "",
      proofNote: practice.proofNote ?? "",
      begunOn: practice.begunOn,
    }),
  };
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={practice ? "Sửa mô hình, sáng kiến" : "Ghi mô hình, sáng kiến"}
      lead={practice ? undefined : "Chưa có kết quả hay minh chứng thì để trống, bổ sung sau."}
      initial={initial}
      verb={practice ? "Ghi thay đổi" : "Ghi"}
      submit={({ unitId, ...fields }) =>
        practice
          ? api.newsroom.changeGoodPractice.call({ id: practice.id, ...fields })
          : api.newsroom.registerGoodPractice.call({ id, unitId, tipId: tip?.id ?? null, ...fields })
      }
      onDone={(saved) => {
        setId(newId());
        onDone(saved);
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Loại" {...form.getInputProps("kind")}>
            <Stack gap="xs" mt="xs">
              {practiceKinds.map(({ slug, label, hint }) => (
                <Radio key={slug} value={slug} label={label} description={hint} />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput label="Tên" required data-autofocus {...form.getInputProps("title")} />
          <Select
            label="Đơn vị"
            required
            searchable
            allowDeselect={false}
            disabled={practice !== null}
            data={units}
            {...form.getInputProps("unitId")}
          />
          <TextInput
            label="Người, nhóm làm"
            description="Chỉ dùng trong cơ quan. Nêu tên người trên cổng thì ghi ở sổ biểu dương, kèm sự đồng ý."
            {...form.getInputProps("authors")}
          />
          <DateField label="Làm từ ngày" {...form.getInputProps("begunOn")} />
          <Textarea
            label="Cách làm"
            required
            autosize
            minRows={3}
            maxRows={12}
            {...form.getInputProps("what")}
          />
          <Textarea
            label="Kết quả"
            description="Con số nào, so với trước ra sao."
            autosize
            minRows={2}
            maxRows={12}
            {...form.getInputProps("result")}
          />
          <TextInput
            label="Minh chứng của kết quả: địa chỉ"
            placeholder="https://"
            inputMode="url"
            {...form.getInputProps("proofUrl")}
          />
          <TextInput
            label="Minh chứng của kết quả: nơi tra cứu"
            description="Số báo cáo, hồ sơ lưu, khi không có địa chỉ."
            {...form.getInputProps("proofNote")}
          />
        </>
      )}
    </FormDialog>
  );
}
