import { Button, Fieldset, Group, NumberInput, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { type Side, sides } from "../../life-events/side.ts";
import { api, type LifeEventsView } from "../api.ts";
import { type NamedProcedure, ProcedureSelect } from "../procedure-select.tsx";

/** An event with the procedures it takes, in their order. */
export function EventDialog({
  event,
  view,
  opened,
  onClose,
}: {
  /** Null: a new one. */
  event: LifeEventsView["events"][number] | null;
  view: LifeEventsView;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const last = Math.max(-1, ...view.events.map(({ position }) => position));
  const [named, setNamed] = useState<NamedProcedure[]>([]);
  const labelOf = new Map(
    [...view.procedures, ...named].map(({ id, code, name }) => [id, `${code} ${name}`]),
  );
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={event ? `Sửa: ${event.name}` : "Thêm sự kiện"}
      lead="Viết như người dân nói: “Tổ chức biểu diễn nghệ thuật”, “Mở cơ sở lưu trú du lịch”."
      initial={{
        id: event?.id ?? newId(),
        name: event?.name ?? "",
        side: (event?.side ?? "organisation") as Side,
        summary: event?.summary ?? "",
        position: (event?.position ?? last + 1) as number | string,
        procedures: event?.procedures ?? [],
      }}
      verb="Ghi"
      submit={(values) => api.procedures.saveLifeEvent.call({ ...values, position: Number(values.position) })}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: api.procedures.lifeEvents.key() });
        sayDone("Đã ghi; trang tìm thủ tục đổi ngay.");
      }}
    >
      {(form) => {
        const { procedures } = form.getValues();
        return (
          <>
            <TextInput label="Việc, sự kiện" required {...form.getInputProps("name")} />
            <Radio.Group label="Của ai" {...form.getInputProps("side")}>
              <Stack gap={8} mt={6}>
                {Object.entries(sides).map(([value, label]) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label="Lời dẫn"
              description="Một, hai câu hiện trên trang; để trống cũng được."
              autosize
              minRows={2}
              {...form.getInputProps("summary")}
            />
            <NumberInput
              label="Thứ tự"
              description="Số nhỏ đứng trước."
              min={0}
              max={999}
              allowDecimal={false}
              {...form.getInputProps("position")}
            />
            {procedures.map(({ procedureId }, index) => (
              <Fieldset key={procedureId} legend={`${index + 1}. ${labelOf.get(procedureId) ?? ""}`}>
                <TextInput
                  label="Trường hợp cần làm"
                  description="Để trống nếu luôn cần; ví dụ: khi treo băng-rôn."
                  {...form.getInputProps(`procedures.${index}.note`)}
                />
                <Group gap="xs" mt="xs">
                  {index > 0 && (
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Chuyển lên: ${labelOf.get(procedureId)}`}
                      onClick={() => form.reorderListItem("procedures", { from: index, to: index - 1 })}
                    >
                      Chuyển lên
                    </Button>
                  )}
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Bỏ thủ tục: ${labelOf.get(procedureId)}`}
                    onClick={() => form.removeListItem("procedures", index)}
                  >
                    Bỏ thủ tục
                  </Button>
                </Group>
              </Fieldset>
            ))}
            <ProcedureSelect
              // Emptied for the next one.
              key={procedures.length}
              label="Thêm thủ tục"
              without={procedures.map(({ procedureId }) => procedureId)}
              value={null}
              error={form.errors.procedures}
              onChoose={(chosen) => {
                if (!chosen) return;
                setNamed((before) => [...before, chosen]);
                form.insertListItem("procedures", { procedureId: chosen.id, note: "" });
              }}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
