import { Alert, FileInput, List, NumberInput, Select, Text, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { pointsInWords } from "../../self-scoring/points.ts";
import { api, type CriteriaRead, type Sheet } from "../api.ts";

interface Values extends Record<string, unknown> {
  indexId: string;
  name: string;
  edition: number | "";
}

const LINES_SHOWN = 20;

/** Begins a sheet out of a list of criteria, which is read and looked at before anything is written. */
export function NewSheet({
  opened,
  onClose,
  onDone,
}: {
  opened: boolean;
  onClose: () => void;
  onDone: (answer: Sheet) => void;
}) {
  const indices = useQuery(api.indices.indices.queryOptions({ enabled: opened }));
  const [id, renew] = useState(newId);
  const [file, setFile] = useState<File | null>(null);
  const read = useMutation(api.indices.readCriteria.mutationOptions());
  const usable = read.data && read.data.errors.length === 0 ? read.data.criteria : [];
  return (
    <FormDialog<Values, Sheet>
      opened={opened}
      onClose={onClose}
      title="Lập phiếu tự chấm"
      lead="Bảng tính có các cột Số (1, 1.1, 1.1.2), Tiêu chí, Điểm tối đa."
      initial={{ indexId: "", name: "", edition: today().year }}
      verb="Lập phiếu"
      check={({ indexId }) => (indexId === "" ? { indexId: "Hãy chọn chỉ số." } : {})}
      submit={({ edition, ...values }) =>
        api.indices.makeSheet.call({ ...values, id, edition: Number(edition), criteria: usable })
      }
      onDone={(answer) => {
        renew(newId());
        setFile(null);
        read.reset();
        onDone(answer);
      }}
    >
      {(form) => (
        <>
          <Select
            label="Chỉ số"
            required
            data-autofocus
            allowDeselect={false}
            data={(indices.data?.indices ?? []).map(({ id: value, shortName }) => ({
              value,
              label: shortName,
            }))}
            {...form.getInputProps("indexId")}
          />
          <TextInput
            label="Tên phiếu"
            placeholder="Tự chấm cải cách hành chính năm …"
            required
            {...form.getInputProps("name")}
          />
          <NumberInput
            label="Năm được chấm"
            required
            hideControls
            thousandSeparator=""
            {...form.getInputProps("edition")}
          />
          <FileInput
            label="Bảng tiêu chí"
            description="Tệp .xlsx hoặc .csv; đọc thử trước, chưa ghi gì."
            placeholder="Chọn tệp"
            required
            accept=".xlsx,.csv,.tsv,.txt"
            value={file}
            onChange={(chosen) => {
              setFile(chosen);
              read.reset();
              if (chosen) read.mutate({ file: chosen });
            }}
          />
          <div role="status">{read.isPending && <Text size="sm">Đang đọc bảng…</Text>}</div>
          {read.data && <Trial read={read.data} />}
          <ErrorNotice error={read.error} />
        </>
      )}
    </FormDialog>
  );
}

function Trial({ read: { criteria, errors, warnings } }: { read: CriteriaRead }) {
  if (errors.length > 0)
    return (
      <Alert color="red" title={`${errors.length} dòng chưa đúng; hãy sửa trong bảng rồi chọn lại`}>
        <List size="sm">
          {errors.slice(0, LINES_SHOWN).map(({ line, message }) => (
            <List.Item key={line}>
              Dòng {line}: {message}
            </List.Item>
          ))}
        </List>
        {errors.length > LINES_SHOWN && <Text size="sm">và {errors.length - LINES_SHOWN} dòng nữa.</Text>}
      </Alert>
    );
  const top = criteria.filter(({ number }) => !number.includes("."));
  return (
    <Alert color="gray" title={`Đọc được ${criteria.length} tiêu chí`}>
      <Text size="sm">
        {top.length} tiêu chí lớn:{" "}
        {top.map(({ number, most }) => `${number} (${pointsInWords(most)} điểm)`).join(", ")}.
      </Text>
      {warnings.map((words) => (
        <Text key={words} size="sm" mt="xs">
          {words}
        </Text>
      ))}
    </Alert>
  );
}
