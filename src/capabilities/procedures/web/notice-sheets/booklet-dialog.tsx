import { Alert, Checkbox, Select } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { optionsOf } from "#ui/options.ts";
import { saveFile } from "#ui/save-file.ts";
import { sayDone } from "#ui/undo.tsx";
import { type PaperSize, paperLabels } from "../../notice-sheets/paper.ts";
import { api, type ProcedureRow } from "../api.ts";
import { BookletProgress } from "./booklet-progress.tsx";

/** More than this takes a while to set. */
const MANY = 60;

const inOrder = (names: string[]): string[] =>
  [...new Set(names.filter(Boolean))].toSorted((a, b) => a.localeCompare(b, "vi"));

/** All procedures that are carried out, of a field or an agency, as one book with contents. */
export function BookletDialog({
  rows,
  opened,
  onClose,
}: {
  rows: ProcedureRow[];
  opened: boolean;
  onClose: () => void;
}) {
  const [runId, setRunId] = useState<string | null>(null);
  const standing = rows.filter(({ state }) => state !== "repealed");
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
        const count = standing.filter(
          (row) =>
            (field === null || row.field === field) && (agency === null || row.implementingAgency === agency),
        ).length;
        return (
          <>
            <Select
              label="Lĩnh vực"
              placeholder="Mọi lĩnh vực"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn lĩnh vực" }}
              data={inOrder(standing.map((row) => row.field))}
              {...form.getInputProps("field")}
            />
            <Select
              label="Cơ quan thực hiện"
              placeholder="Mọi cơ quan"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ chọn cơ quan" }}
              data={inOrder(standing.map((row) => row.implementingAgency))}
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
            <Alert color="gray" variant="light">
              {count === 0
                ? "Không có thủ tục nào theo lựa chọn này."
                : `Sổ tay có ${count} thủ tục.${count > MANY ? " Tệp dài nên cần chờ một lát sau khi bấm tải; hãy giữ trang này mở, muốn thôi thì dừng được." : ""}`}
            </Alert>
            {runId && <BookletProgress runId={runId} />}
          </>
        );
      }}
    </FormDialog>
  );
}
