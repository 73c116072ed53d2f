import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { api, type PostingHours } from "../api.ts";

/** Days on which nothing is posted, of the agency, a network or an account. */
export function QuietPart({
  hours: { quiet, scopes, may },
  keep,
}: {
  hours: PostingHours;
  keep: (hours: PostingHours) => void;
}) {
  const [adding, setAdding] = useState(false);
  const [id, renewId] = useState(newId);
  const remove = useMutation({
    mutationFn: (one: string) => api.channels.removeQuietDays.call({ id: one }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã bỏ; bài đang chờ đăng theo thứ tự.");
    },
    onError: sayFailed,
  });
  const keyOf = (index: number) => String(index);
  return (
    <Section id="ngay-khong-dang" title="Những ngày không đăng">
      <Text size="sm" c="gray.7">
        Quốc tang, kiểm tra, sự cố… Bài đến giờ trong những ngày này giữ nguyên chỗ, qua ngày cuối thì đăng
        theo thứ tự.
      </Text>
      {quiet.length === 0 && <Text size="sm">Chưa ghi ngày nào.</Text>}
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {quiet.map(({ id: its, label, fromDay, toDay, reason, waiting }) => {
          const days =
            fromDay === toDay ? formatDate(fromDay) : `${formatDate(fromDay)} đến hết ${formatDate(toDay)}`;
          return (
            <Group key={its} component="li" justify="space-between" gap="sm">
              <Text size="sm" flex="1 1 14rem" style={{ overflowWrap: "anywhere" }}>
                <strong>{days}</strong> · {reason} · {label}
                {waiting > 0 && ` · ${waiting} lượt đăng đang hẹn phải chờ`}
              </Text>
              {may.setHours?.allowed && (
                <Button
                  size="xs"
                  variant="default"
                  loading={remove.isPending && remove.variables === its}
                  onClick={() => remove.mutate(its)}
                  aria-label={`Bỏ những ngày không đăng: ${days}`}
                >
                  Bỏ
                </Button>
              )}
            </Group>
          );
        })}
      </Stack>
      <MayButton may={may} verb="setHours" variant="default" w="fit-content" onClick={() => setAdding(true)}>
        Thêm ngày không đăng
      </MayButton>
      <FormDialog
        opened={adding}
        onClose={() => setAdding(false)}
        title="Thêm ngày không đăng"
        lead="Bài đã hẹn vào những ngày này không lên kênh cho đến hết ngày cuối; cổng của cơ quan vẫn đăng bình thường."
        initial={{ scope: "0", fromDay: null as string | null, toDay: null as string | null, reason: "" }}
        check={({ fromDay, toDay }) => ({
          ...(fromDay === null && { fromDay: "Hãy chọn ngày đầu." }),
          ...(toDay === null && { toDay: "Hãy chọn ngày cuối." }),
        })}
        verb="Ghi những ngày này"
        submit={({ scope, fromDay, toDay, reason }) => {
          const { network = null, accountId = null } = scopes[Number(scope)] ?? {};
          return api.channels.addQuietDays.call({
            ...{ id, network, accountId, reason },
            fromDay: fromDay ?? "",
            toDay: toDay ?? "",
          });
        }}
        onDone={(answer) => {
          keep(answer);
          renewId(newId());
          sayDone("Đã ghi những ngày không đăng.");
        }}
      >
        {(form) => (
          <>
            <Select
              label="Áp dụng cho"
              allowDeselect={false}
              data={scopes.map(({ label }, index) => ({ value: keyOf(index), label }))}
              {...form.getInputProps("scope")}
            />
            <Group grow align="flex-start">
              <DateField label="Từ ngày" required {...form.getInputProps("fromDay")} />
              <DateField label="Đến hết ngày" required {...form.getInputProps("toDay")} />
            </Group>
            <TextInput
              label="Lý do"
              description="Người đang chờ đăng sẽ thấy lý do này."
              required
              {...form.getInputProps("reason")}
            />
          </>
        )}
      </FormDialog>
    </Section>
  );
}
