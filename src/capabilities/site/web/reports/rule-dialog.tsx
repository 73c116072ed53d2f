import { NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type ReportQueue } from "../api.ts";

/** How long an answer to a reader takes at most. */
export function RuleDialog({
  rule,
  opened,
  onClose,
}: {
  rule: ReportQueue["rule"];
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Hạn trả lời, trang được nhúng"
      lead="Báo lỗi đã nhận giữ hạn cũ. Hạn này hiện trên biểu mẫu của cổng."
      initial={{ ...rule, frameHosts: rule.frameHosts.join("\n") }}
      verb="Đặt hạn"
      submit={({ frameHosts, ...values }) =>
        api.site.setRule.call({ ...values, frameHosts: frameHosts.split(/\s+/).filter(Boolean) })
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.site.reports.key() });
        sayDone("Đã đặt hạn trả lời.");
      }}
    >
      {(form) => (
        <>
          <NumberInput
            label="Trả lời trong (ngày)"
            required
            min={1}
            max={60}
            {...form.getInputProps("answerDays")}
          />
          <NumberInput
            label="Báo trước (ngày)"
            required
            min={1}
            max={60}
            {...form.getInputProps("warnDays")}
          />
          <TextInput
            label="Căn cứ"
            description="Văn bản quy định hạn, như cơ quan đã đối chiếu; để trống nếu chưa đối chiếu."
            {...form.getInputProps("basis")}
          />
          <Textarea
            label="Trang được nhúng khung tin"
            description="Mỗi dòng một trang, ví dụ https://bacninh.gov.vn; để trống thì không trang nào nhúng được."
            autosize
            minRows={2}
            {...form.getInputProps("frameHosts")}
          />
        </>
      )}
    </FormDialog>
  );
}
