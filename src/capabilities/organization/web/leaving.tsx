import { Alert, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PersonView } from "./api.ts";
import { slots } from "./slots.ts";

/** The last day of somebody who leaves, and what stands in that person's name until it is handed over. */
export function Leaving({ person }: { person: PersonView }) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const { id, name, active, leavesOn } = person;
  const manage = person.may.manage?.allowed ?? false;
  const WorkInName = slots.workInName;
  const refresh = () => queries.invalidateQueries({ queryKey: api.organization.key() });
  const cancel = useMutation(
    api.organization.setLeaving.mutationOptions({
      onSuccess: () => {
        void refresh();
        sayDone("Đã bỏ ngày làm việc cuối; hãy phân công lại vai trò.");
      },
    }),
  );
  if (!manage) return null;
  return (
    <Stack gap="sm">
      {leavesOn ? (
        <Alert color="orange" title={active ? "Sắp rời cơ quan" : "Đã rời cơ quan"}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              Ngày làm việc cuối: <DayText day={leavesOn} />.{" "}
              {active
                ? "Hết ngày đó mọi phiên đăng nhập kết thúc và tài khoản tự khóa."
                : "Tài khoản đã khóa; việc đã làm và nhật ký giữ nguyên tên."}
            </Text>
            {active && (
              <Button
                size="xs"
                variant="default"
                loading={cancel.isPending}
                onClick={() => cancel.mutate({ id, on: null, reason: "Không rời cơ quan nữa" })}
              >
                Bỏ ngày này
              </Button>
            )}
            <ErrorNotice error={cancel.error} />
          </Stack>
        </Alert>
      ) : (
        active && (
          <Group>
            <Button size="xs" variant="default" onClick={() => setAsked(true)}>
              Ghi ngày làm việc cuối
            </Button>
          </Group>
        )
      )}
      {(leavesOn || !active) && WorkInName && <WorkInName personId={id} />}
      <FormDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={`Ngày làm việc cuối của ${name}`}
        lead="Phân công và thẩm quyền ký kết thúc cùng ngày này; từ hôm sau tài khoản tự khóa. Việc đứng tên người này được liệt kê để bàn giao."
        initial={{ on: today().toString() as string | null, reason: "" }}
        verb="Ghi ngày làm việc cuối"
        submit={({ on, reason }) => api.organization.setLeaving.call({ id, on, reason })}
        onDone={() => {
          void refresh();
          sayDone("Đã ghi ngày làm việc cuối.");
        }}
      >
        {(form) => (
          <>
            <DateField label="Ngày làm việc cuối" required {...form.getInputProps("on")} />
            <Textarea
              label="Lý do, quyết định"
              description="Ví dụ: Nghỉ hưu theo Quyết định số 12/QĐ-SNV"
              required
              autosize
              {...form.getInputProps("reason")}
            />
          </>
        )}
      </FormDialog>
    </Stack>
  );
}
