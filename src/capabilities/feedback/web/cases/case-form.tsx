import { Group, MultiSelect, Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { caseWords } from "../../contract.ts";
import { api, type CaseView } from "./api.ts";

const hints = {
  beforeWords:
    "Điều gì chưa ổn, thấy ở đâu, ảnh hưởng đến ai. Không ghi tên, số điện thoại, địa chỉ của người dân.",
  doneWords: "Đơn vị nào làm gì, từ ngày nào.",
  resultWords: "Nay khác gì; có số đo thì ghi số và nguồn.",
} as const;

/** A case in words, with its days, where it comes from and what it proves. */
export function CaseForm({
  one,
  units,
  opened,
  onClose,
  onDone,
}: {
  /** None: a new one. */
  one?: CaseView;
  units: { id: string; name: string }[];
  opened: boolean;
  onClose: () => void;
  onDone: (answer: { id: string }) => void;
}) {
  const [freshId, renew] = useState(newId);
  const links = useQuery({ ...api.plan.links.queryOptions({ input: {} }), enabled: opened });
  const tasks = new Map([
    ...(one?.task ? [[one.task.id, one.task.name] as const] : []),
    ...(links.data?.tasks ?? []).map(({ id, title }) => [id, title] as const),
  ]);
  const obligations = new Map([
    ...(one?.obligations ?? []).map(({ id, name }) => [id, name] as const),
    ...(links.data?.obligations ?? []).map(({ id, code, what }) => [id, `${code}: ${what}`] as const),
  ]);
  const choices = (offered: Map<string, string>) => [...offered].map(([value, label]) => ({ value, label }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      size="xl"
      title={one ? "Sửa trường hợp" : "Ghi trường hợp trước và sau"}
      lead="Bản thảo chỉ người trong cơ quan thấy. Ai đã soạn thì không duyệt; người thứ hai đọc rồi duyệt."
      initial={{
        title: one?.title ?? "",
        unitId: one?.unitId ?? (null as string | null),
        beforeOn: one?.beforeOn ?? (null as string | null),
        afterOn: one?.afterOn ?? (null as string | null),
        beforeWords: one?.beforeWords ?? "",
        doneWords: one?.doneWords ?? "",
        resultWords: one?.resultWords ?? "",
        feedbackCode: one?.feedback?.code ?? "",
        taskId: one?.task?.id ?? (null as string | null),
        obligationIds: (one?.obligations ?? []).map(({ id }) => id),
        kept: one?.kept ?? [],
      }}
      check={({ unitId, beforeOn, afterOn }) => ({
        ...(unitId ? {} : { unitId: "Hãy chọn đơn vị." }),
        ...(beforeOn ? {} : { beforeOn: "Ghi ngày ghi nhận tình trạng trước." }),
        ...(afterOn ? {} : { afterOn: "Ghi ngày có kết quả." }),
      })}
      verb="Ghi bản thảo"
      submit={({ unitId, beforeOn, afterOn, ...values }) =>
        api.feedback.saveCase.call({
          ...{ ...values, id: one?.id ?? freshId, unitId: unitId!, beforeOn: beforeOn!, afterOn: afterOn! },
        })
      }
      onDone={(answer) => {
        renew(newId());
        onDone(answer);
      }}
    >
      {(form) => (
        <>
          <TextInput
            label={caseWords.title}
            required
            maxLength={200}
            data-autofocus
            {...form.getInputProps("title")}
          />
          <Select
            label="Đơn vị phụ trách"
            required
            searchable
            nothingFoundMessage="Không có đơn vị này"
            data={units.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps("unitId")}
          />
          <Group grow preventGrowOverflow={false} align="flex-start">
            <DateField label="Ngày trước khi xử lý" required {...form.getInputProps("beforeOn")} />
            <DateField label="Ngày có kết quả" required {...form.getInputProps("afterOn")} />
          </Group>
          {(["beforeWords", "doneWords", "resultWords"] as const).map((field) => (
            <Textarea
              key={field}
              label={caseWords[field]}
              description={hints[field]}
              autosize
              minRows={3}
              maxRows={12}
              {...form.getInputProps(field)}
            />
          ))}
          <TextInput
            label="Mã phản ánh"
            description="Nếu trường hợp này đến từ một phản ánh, kiến nghị."
            {...form.getInputProps("feedbackCode")}
          />
          <Select
            label="Nhiệm vụ"
            description="Khi được duyệt, trường hợp là minh chứng của nhiệm vụ này."
            clearable
            clearButtonProps={{ "aria-label": "Bỏ nhiệm vụ đã chọn" }}
            searchable
            nothingFoundMessage="Không có nhiệm vụ này"
            data={choices(tasks)}
            {...form.getInputProps("taskId")}
          />
          <MultiSelect
            label="Nghĩa vụ của kế hoạch mà trường hợp là minh chứng"
            searchable
            nothingFoundMessage="Không có nghĩa vụ này"
            data={choices(obligations)}
            {...form.getInputProps("obligationIds")}
          />
          <TagsInput
            label="Chỗ được giữ"
            description="Lời giống dữ liệu cá nhân mà không phải (tên di tích, số điện thoại của cơ quan), chép đúng như trong bài; gõ rồi bấm Enter. Người duyệt thấy các chỗ này."
            splitChars={[]}
            {...form.getInputProps("kept")}
          />
        </>
      )}
    </FormDialog>
  );
}
