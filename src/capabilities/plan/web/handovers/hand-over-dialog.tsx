import { Button, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PlanView } from "../api.ts";
import type { GivenView } from "./handover-view.ts";

/** Chooses the agencies that a plan is handed to, with a message and the document itself. */
export function HandOverDialog({
  plan,
  given,
  opened,
  onClose,
  onDone,
}: {
  plan: PlanView;
  given: GivenView;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const open = given.agencies.filter(({ hasIt }) => !hasIt);
  const had = new Set(given.handovers.flatMap((row) => (row.takenBackAt ? [] : [row.agency])));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Chuyển kế hoạch cho cơ quan khác"
      lead={
        open.length === 0
          ? "Mọi cơ quan trên hệ thống đã được chuyển bản này."
          : "Cơ quan nhận đọc được các mục, nhiệm vụ của bản đang áp dụng như lúc chuyển, không thấy minh chứng, tiến độ hay bản nháp của cơ quan bạn. Sửa đổi về sau chỉ thấy khi bạn chuyển bản mới. Thu lại được bất cứ lúc nào."
      }
      initial={{
        agencies: open.filter(({ slug }) => had.has(slug)).map(({ slug }) => slug),
        message: "",
        withFile: given.hasFile,
      }}
      verb="Chuyển và báo cho các cơ quan"
      submit={(values) => api.plan.handOver.call({ id: plan.id, ...values })}
      onDone={({ agencies, people }) => {
        onDone();
        sayDone(`Đã chuyển cho ${agencies} cơ quan, ${people} người được báo.`);
      }}
    >
      {(form) => {
        const below = open.filter((one) => one.below).map(({ slug }) => slug);
        return (
          <>
            {open.length > 1 && (
              <Group gap="xs">
                {below.length > 0 && below.length < open.length && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => form.setFieldValue("agencies", below as never)}
                  >
                    Chọn {below.length} cơ quan trực thuộc
                  </Button>
                )}
                <Button
                  size="xs"
                  variant="default"
                  onClick={() => form.setFieldValue("agencies", open.map(({ slug }) => slug) as never)}
                >
                  Chọn cả {open.length} cơ quan
                </Button>
              </Group>
            )}
            <Checkbox.Group label="Cơ quan nhận" required {...form.getInputProps("agencies")}>
              <Stack gap={8} mt={6}>
                {open.map(({ slug, name, below: isBelow }) => (
                  <Checkbox
                    key={slug}
                    value={slug}
                    label={name}
                    description={[isBelow && "Trực thuộc", had.has(slug) && "Đang có bản trước"]
                      .filter(Boolean)
                      .join(" · ")}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Textarea
              label="Lời nhắn"
              description="Không bắt buộc; cơ quan nhận đọc được cùng kế hoạch"
              autosize
              minRows={2}
              maxRows={8}
              {...form.getInputProps("message")}
            />
            {given.hasFile && (
              <Checkbox
                label="Kèm tệp văn bản của kế hoạch"
                {...form.getInputProps("withFile", { type: "checkbox" })}
              />
            )}
            <Text fw={600} role="status">
              Sẽ chuyển cho {form.values.agencies.length} cơ quan.
            </Text>
          </>
        );
      }}
    </FormDialog>
  );
}
