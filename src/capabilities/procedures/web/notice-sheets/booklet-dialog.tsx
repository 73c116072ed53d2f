import { Alert, Checkbox, Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { saveFile } from "#ui/save-file.ts";
import { sayDone } from "#ui/undo.tsx";
import { MOST_IN_BOOKLET, type PaperSize, paperLabels } from "../../notice-sheets/paper.ts";
import { api } from "../api.ts";
import { BookletProgress } from "./booklet-progress.tsx";

/** More than this takes a while to set. */
const MANY = 60;

/** How many procedures the book would have. */
function BookletCount({ field, agency }: { field: string | null; agency: string | null }) {
  const { data } = useQuery(
    api.procedures.list.queryOptions({
      input: { field: field ?? undefined, agency: agency ?? undefined, state: "standing" },
      placeholderData: keepPreviousData,
    }),
  );
  if (!data) return null;
  return (
    <Alert color="gray" variant="light">
      {data.total === 0
        ? "Không có thủ tục nào theo lựa chọn này."
        : data.total > MOST_IN_BOOKLET
          ? `Có ${data.total.toLocaleString("vi-VN")} thủ tục; một sổ tay in nhiều nhất ${MOST_IN_BOOKLET}. Hãy chọn từng lĩnh vực hoặc từng cơ quan.`
          : `Sổ tay có ${data.total} thủ tục.${data.total > MANY ? " Tệp dài nên cần chờ một lát sau khi bấm tải; hãy giữ trang này mở, muốn thôi thì dừng được." : ""}`}
    </Alert>
  );
}

/** All procedures that are carried out, of a field or an agency, as one book with contents. */
export function BookletDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [runId, setRunId] = useState<string | null>(null);
  const choices = useQuery({ ...api.procedures.registerChoices.queryOptions(), enabled: opened });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Sổ tay thủ tục"
      lead="Một tệp PDF gồm mọi thủ tục đang thực hiện, có mục lục theo lĩnh vực, mã QR từng thủ tục và số bản ở chân trang."
      initial={{
        field: null as string | null,
        agency: null as string | null,
        paper: "a4" as PaperSize,
        large: false,
      }}
      verb="Tải sổ tay (.pdf)"
      submit={async (values) => {
        const id = newId();
        setRunId(id);
        const { body } = await api.procedures.booklet
          .call({ ...values, runId: id })
          .finally(() => setRunId(null));
        saveFile(new File([body], "so-tay-thu-tuc.pdf", { type: body.type }));
      }}
      onDone={() => sayDone("Đã tải sổ tay thủ tục.")}
    >
      {(form) => {
        const { field, agency } = form.getValues();
        return (
          <>
            <Select
              label="Lĩnh vực"
              placeholder="Mọi lĩnh vực"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn lĩnh vực" }}
              searchable
              limit={100}
              data={choices.data?.fields ?? []}
              {...form.getInputProps("field")}
            />
            <Select
              label="Cơ quan thực hiện"
              placeholder="Mọi cơ quan"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn cơ quan" }}
              searchable
              limit={100}
              data={choices.data?.agencies ?? []}
              {...form.getInputProps("agency")}
            />
            <Select
              label="Khổ giấy"
              allowDeselect={false}
              data={optionsOf(paperLabels)}
              {...form.getInputProps("paper")}
            />
            <Checkbox
              label="Bản chữ lớn"
              description="Cho người cao tuổi, người mắt kém"
              {...form.getInputProps("large", { type: "checkbox" })}
            />
            <BookletCount field={field} agency={agency} />
            {runId && <BookletProgress runId={runId} />}
          </>
        );
      }}
    </FormDialog>
  );
}
