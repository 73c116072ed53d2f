import { Group, NumberInput, SimpleGrid, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type MayAnswer, MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type EventRule, KEEP_FROM, KEEP_TO, REMIND_FROM, REMIND_TO } from "../contract.ts";
import { api } from "./api.ts";

const keep = { min: KEEP_FROM, max: KEEP_TO, hint: `Từ ${KEEP_FROM} đến ${KEEP_TO} ngày.` };
const remind = { min: REMIND_FROM, max: REMIND_TO, hint: `Từ ${REMIND_FROM} đến ${REMIND_TO} ngày.` };
const fields = [
  { name: "questionDays", label: "Giữ lời câu hỏi (ngày sau sự kiện)", ...keep },
  { name: "codeDays", label: "Giữ mã giấy mời (ngày sau sự kiện)", ...keep },
  { name: "beforeDays", label: "Nhắc trước sự kiện (ngày)", ...remind },
  { name: "afterDays", label: "Nhắc khi chưa ghi nhận (ngày sau sự kiện)", ...remind },
] as const satisfies { name: keyof EventRule; label: string; min: number; max: number; hint: string }[];

/** How long what was sent is kept, and when is reminded, as it holds now; those who may change it do so here. */
export function EventRulePart({ rule, may }: { rule: EventRule; may: MayAnswer }) {
  const [open, setOpen] = useState(false);
  const queries = useQueryClient();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Text size="sm" c="gray.7" flex="1 1 20rem">
        Sau khi sự kiện kết thúc: lời câu hỏi được xóa sau {rule.questionDays} ngày, mã giấy mời sau{" "}
        {rule.codeDays} ngày. Người tổ chức được nhắc trước sự kiện {rule.beforeDays} ngày, và{" "}
        {rule.afterDays} ngày sau sự kiện nếu chưa ghi nhận.
      </Text>
      <MayButton
        may={may}
        verb="rule"
        hideReason
        variant="default"
        size="compact-md"
        onClick={() => setOpen(true)}
      >
        Đổi thời gian giữ, ngày nhắc
      </MayButton>
      <FormDialog
        opened={open}
        onClose={() => setOpen(false)}
        title="Thời gian giữ, ngày nhắc"
        lead="Trang gửi câu hỏi và trang đăng ký ghi đúng số ngày này. Ai đã gửi khi thời gian giữ ngắn hơn thì vẫn được xóa theo số ngày đã báo lúc đó."
        initial={{ ...rule } as Record<string, string | number>}
        verb="Lưu"
        submit={(values) => api.events.setRule.call(values as unknown as EventRule)}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: api.events.key() });
          sayDone("Đã lưu.");
        }}
      >
        {(form) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {fields.map(({ name, label, min, max, hint }) => (
              <NumberInput
                key={name}
                label={label}
                description={hint}
                required
                data-autofocus={name === "questionDays" || undefined}
                allowDecimal={false}
                {...{ min, max }}
                clampBehavior="none"
                hideControls
                {...form.getInputProps(name)}
              />
            ))}
          </SimpleGrid>
        )}
      </FormDialog>
    </Group>
  );
}
