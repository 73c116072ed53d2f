import { Radio, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type FiguresView } from "../api.ts";

export type UnitSource = FiguresView["sources"][number];

/** By which source a unit is told in the period, where both are known. */
export function SourceDialog({
  unit,
  period,
  label,
  onClose,
}: {
  /** Null: nothing is asked. */
  unit: UnitSource | null;
  period: string;
  label: string;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={unit !== null}
      onClose={onClose}
      title={`Chọn nguồn số liệu, ${label}`}
      lead={`Số của “${unit?.unit ?? ""}” trong kỳ này lấy từ một nguồn, nguồn kia chỉ để đối chiếu. Lựa chọn chỉ áp dụng cho kỳ này; quý, năm gồm kỳ này chọn riêng. Danh sách hồ sơ quá hạn cần giải thích, xin lỗi không đổi; số đã công khai và báo cáo đã chốt giữ nguyên.`}
      initial={{
        source: (unit?.from === "chosen" ? "counts" : "dossiers") as "dossiers" | "counts",
        reason: "",
      }}
      verb="Ghi nguồn"
      submit={({ source, reason }) =>
        api.timeliness.saySource.call({ period, unit: unit!.key, source, reason })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.timeliness.key() });
        sayDone("Đã ghi nguồn số liệu của đơn vị.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Số lấy từ đâu" {...form.getInputProps("source")}>
            <Stack gap={8} mt={6}>
              <Radio value="dossiers" label="Đếm từ từng hồ sơ đã nhập" />
              <Radio value="counts" label="Số tổng hợp của hệ thống; không mở được từng hồ sơ" />
            </Stack>
          </Radio.Group>
          <Textarea
            label="Vì sao"
            required
            autosize
            minRows={2}
            maxLength={500}
            description="Ví dụ: bảng hồ sơ tháng này xuất thiếu, hệ thống đã đối chiếu số tổng hợp."
            {...form.getInputProps("reason")}
          />
        </>
      )}
    </FormDialog>
  );
}
