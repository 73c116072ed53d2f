import { Radio, Select, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { api, type Criterion, type Sheet } from "../api.ts";
import { useKeepSheet } from "./use-keep-sheet.ts";

interface Values extends Record<string, unknown> {
  from: "register" | "hand";
  evidenceId: string;
  label: string;
  url: string;
}

/** Names what proves a criterion: out of the register of evidence, or a document by hand. */
export function ProofForm({
  sheet,
  criterion: { id: criterionId, number, name },
  onClose,
}: {
  sheet: Sheet;
  criterion: Criterion;
  onClose: () => void;
}) {
  const keep = useKeepSheet();
  const [id] = useState(newId);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What is chosen stands in the field as if it had been typed; then all are offered.
  const found = useQuery(
    api.indices.findEvidence.queryOptions({
      input: { id: sheet.id, q: typed === chosen?.label ? "" : typed },
      placeholderData: (before) => before,
    }),
  );
  const offered = (found.data?.evidence ?? []).map(({ id: value, label, at }) => ({
    value,
    label: `${label} (${formatDate(toVietnamDate(at))})`,
  }));
  const data =
    chosen && !offered.some(({ value }) => value === chosen.value) ? [chosen, ...offered] : offered;
  return (
    <FormDialog<Values, Sheet>
      opened
      onClose={onClose}
      title={`Tài liệu kiểm chứng của tiêu chí ${number}`}
      lead={name}
      initial={{ from: "register", evidenceId: "", label: "", url: "" }}
      verb="Gắn tài liệu"
      check={({ from, evidenceId, label }) => ({
        ...(from === "register" && evidenceId === "" && { evidenceId: "Hãy chọn một minh chứng." }),
        ...(from === "hand" && label.trim() === "" && { label: "Hãy ghi tên tài liệu." }),
      })}
      submit={({ from, evidenceId, label, url }) =>
        api.indices.addProof.call({
          ...{ id, criterionId },
          ...(from === "register"
            ? { evidenceId, label: "", url: null }
            : { evidenceId: null, label, url: url.trim() || null }),
        })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã gắn tài liệu kiểm chứng.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Lấy từ" {...form.getInputProps("from")}>
            <Stack gap="xs" mt="xs">
              <Radio value="register" label="Minh chứng đang có trong hệ thống" />
              <Radio value="hand" label="Văn bản, trang khác" />
            </Stack>
          </Radio.Group>
          {form.getValues().from === "register" ? (
            <Select
              label="Minh chứng"
              description={`Minh chứng từ năm ${sheet.edition}, mới nhất trước; gõ để tìm theo tên.`}
              searchable
              required
              nothingFoundMessage="Không có minh chứng này"
              searchValue={typed}
              onSearchChange={setTyped}
              filter={({ options }) => options}
              data={data}
              {...form.getInputProps("evidenceId")}
              onChange={(value) => {
                setChosen(data.find((one) => one.value === value) ?? null);
                form.setFieldValue("evidenceId", value ?? "");
              }}
            />
          ) : (
            <>
              <TextInput
                label="Tên tài liệu"
                placeholder="Kế hoạch số …, ngày …"
                required
                {...form.getInputProps("label")}
              />
              <TextInput label="Đường dẫn" type="url" {...form.getInputProps("url")} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}
