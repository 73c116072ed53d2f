import { FileInput, Radio, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { localOf, momentOf } from "#ui/moment-text.ts";
import type { Outcome } from "../../contract.ts";
import { api, type PressEnquiry, type Spokesperson } from "../api.ts";
import { useEnquiriesChanged } from "./use-enquiries-changed.ts";

const outcomes: Record<Outcome, { label: string; words: string }> = {
  answered: { label: "Đã trả lời", words: "Nội dung đã trả lời" },
  refused: { label: "Từ chối trả lời", words: "Lý do từ chối" },
  forwarded: { label: "Chuyển cơ quan khác trả lời", words: "Vì sao chuyển" },
};

const spokeOn = ({ fromDate, toDate }: Spokesperson, day: string) =>
  fromDate <= day && (toDate === null || toDate >= day);

/** How a question of the press ended: answered by somebody who may speak, refused, or passed on. */
export function CloseEnquiryDialog({
  enquiry: { id, subject },
  opened,
  onClose,
}: {
  enquiry: PressEnquiry;
  opened: boolean;
  onClose: () => void;
}) {
  const speakers =
    useQuery(api.channels.spokespeople.queryOptions({ enabled: opened })).data?.spokespeople ?? [];
  const changed = useEnquiriesChanged();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Ghi kết quả: ${subject}`}
      initial={{
        outcome: "answered" as Outcome,
        spokespersonId: null as string | null,
        forwardedTo: "",
        words: "",
        closedAt: localOf(Temporal.Now.instant().toString()),
        file: null as File | null,
      }}
      check={({ outcome, spokespersonId, closedAt }) => ({
        ...(outcome === "answered" &&
          spokespersonId === null && { spokespersonId: "Hãy chọn người phát ngôn đã trả lời." }),
        ...(!isWholeMoment(closedAt) && { closedAt: "Hãy ghi đủ ngày, giờ." }),
      })}
      verb="Ghi và khép lại"
      submit={({ outcome, spokespersonId, forwardedTo, words, closedAt, file }) =>
        api.channels.closePressEnquiry.call({
          ...{ id, outcome, words },
          closedAt: momentOf(closedAt),
          forwardedTo: outcome === "forwarded" ? forwardedTo : "",
          ...(outcome === "answered" && spokespersonId && { spokespersonId }),
          ...(file && { file }),
        })
      }
      onDone={() => changed("Đã ghi kết quả.")}
    >
      {(form) => {
        const { outcome, closedAt } = form.values;
        const able = speakers.filter((one) => spokeOn(one, closedAt.slice(0, 10)));
        return (
          <>
            <Radio.Group label="Kết quả" {...form.getInputProps("outcome")}>
              <Stack gap={8} mt={6}>
                {Object.entries(outcomes).map(([value, { label }]) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </Stack>
            </Radio.Group>
            <MomentField
              dayLabel="Ngày"
              timeLabel="Giờ"
              required
              value={closedAt}
              onChange={(next) => form.setFieldValue("closedAt", next)}
            />
            {form.errors.closedAt && (
              <Text size="sm" c="red.9">
                {form.errors.closedAt}
              </Text>
            )}
            {outcome === "answered" && (
              <>
                <Select
                  label="Người phát ngôn đã trả lời"
                  required
                  allowDeselect={false}
                  data={able.map((one) => ({ value: one.id, label: `${one.name}, ${one.position}` }))}
                  {...form.getInputProps("spokespersonId")}
                />
                {able.length === 0 && (
                  <Text size="sm" c="red.9">
                    Ngày ấy sổ chưa có ai được phát ngôn; hãy ghi ở mục Người phát ngôn trước.
                  </Text>
                )}
              </>
            )}
            {outcome === "forwarded" && (
              <TextInput label="Chuyển đến cơ quan" required {...form.getInputProps("forwardedTo")} />
            )}
            <Textarea
              label={outcomes[outcome].words}
              required
              autosize
              minRows={3}
              maxRows={14}
              {...form.getInputProps("words")}
            />
            <FileInput
              label="Tệp kèm theo"
              description="Văn bản trả lời, bản chụp: PDF, Word, Excel, ảnh; không quá 20 MB"
              placeholder="Chọn tệp"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ tệp" }}
              {...form.getInputProps("file")}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
