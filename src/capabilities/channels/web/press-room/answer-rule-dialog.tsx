import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type EnquiryLog } from "../api.ts";
import { useEnquiriesChanged } from "./use-enquiries-changed.ts";

/** How long the agency takes at most to answer the press. */
export function AnswerRuleDialog({
  rule,
  opened,
  onClose,
}: {
  rule: EnquiryLog["rule"];
  opened: boolean;
  onClose: () => void;
}) {
  const changed = useEnquiriesChanged();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Đặt giờ trả lời báo chí"
      lead="Dùng cho yêu cầu ghi từ nay; yêu cầu đã ghi giữ hạn cũ. Hãy đối chiếu với quy chế phát ngôn của cơ quan."
      initial={
        { ...rule } as {
          answerHours: number | string;
          warnHours: number | string;
          skipsDaysOff: boolean;
          basis: string;
        }
      }
      verb="Đặt giờ trả lời"
      submit={({ answerHours, warnHours, ...rest }) =>
        api.channels.setPressAnswerRule.call({
          ...rest,
          answerHours: Number(answerHours),
          warnHours: Number(warnHours),
        })
      }
      onDone={() => changed("Đã đặt giờ trả lời báo chí.")}
    >
      {(form) => (
        <>
          <NumberInput
            label="Trả lời trong (giờ)"
            required
            min={1}
            max={720}
            allowDecimal={false}
            data-autofocus
            {...form.getInputProps("answerHours")}
          />
          <Checkbox
            label="Không tính ngày nghỉ"
            description="Theo danh sách ngày nghỉ của cơ quan"
            {...form.getInputProps("skipsDaysOff", { type: "checkbox" })}
          />
          <NumberInput
            label="Báo trước khi hết hạn (giờ)"
            required
            min={1}
            max={720}
            allowDecimal={false}
            {...form.getInputProps("warnHours")}
          />
          <TextInput
            label="Căn cứ"
            description="Văn bản, quy chế phát ngôn"
            {...form.getInputProps("basis")}
          />
        </>
      )}
    </FormDialog>
  );
}
