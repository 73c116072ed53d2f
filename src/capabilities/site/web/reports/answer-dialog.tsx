import { Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { ReportOutcome } from "../../contract.ts";
import { api, type PageReportView } from "../api.ts";

const outcomes: Record<ReportOutcome, { label: string; words: string }> = {
  corrected: { label: "Đã sửa trang", words: "Đã sửa gì" },
  explained: { label: "Thông tin đúng, giải thích", words: "Giải thích" },
  "passed-on": { label: "Chuyển cơ quan có trách nhiệm", words: "Chuyển đến đâu, vì sao" },
  "set-aside": { label: "Không xử lý: quảng cáo, không hiểu được", words: "Lý do, chỉ nội bộ đọc" },
};

/** Answers a reader, once. */
export function AnswerDialog({
  report: { id, path, wantsMail },
  opened,
  onClose,
}: {
  report: PageReportView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Trả lời báo lỗi: ${path}`}
      lead={
        wantsMail
          ? "Trả lời được gửi qua thư một lần; địa chỉ thư xóa ngay sau đó. Sửa bài trước (đính chính), rồi trả lời."
          : "Người báo xem trả lời bằng mã đã nhận. Sửa bài trước (đính chính), rồi trả lời."
      }
      initial={{ outcome: "corrected" as ReportOutcome, answer: "", correctedPath: path }}
      verb="Gửi trả lời"
      submit={({ outcome, answer, correctedPath }) =>
        api.site.answerReport.call({
          id,
          outcome,
          answer,
          correctedPath: outcome === "corrected" && correctedPath.trim() ? correctedPath : null,
        })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.site.reports.key() });
        sayDone("Đã trả lời người đọc.");
      }}
    >
      {(form) => (
        <>
          <Radio.Group label="Kết quả" {...form.getInputProps("outcome")}>
            <Stack gap={8} mt={6}>
              {Object.entries(outcomes).map(([value, { label }]) => (
                <Radio key={value} value={value} label={label} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={outcomes[form.values.outcome].words}
            required
            autosize
            minRows={3}
            maxRows={14}
            {...form.getInputProps("answer")}
          />
          {form.values.outcome === "corrected" && (
            <TextInput
              label="Trang đã sửa"
              description="Địa chỉ trên cổng, bắt đầu bằng dấu /."
              {...form.getInputProps("correctedPath")}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
