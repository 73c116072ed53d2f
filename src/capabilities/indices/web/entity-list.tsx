import { Button, Group, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DateField } from "#ui/date-field.tsx";
import { DayText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { type MayAnswer, MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type Entity } from "./api.ts";

const nobody = (): Entity => ({ id: newId(), name: "", validFrom: null, validTo: null });

/** Who is measured, and from when to when there is such a one. */
export function EntityList({ entities, may }: { entities: Entity[]; may: MayAnswer }) {
  const queries = useQueryClient();
  const [open, setOpen] = useState<Entity | null>(null);
  return (
    <Section id="don-vi" title="Đơn vị được xếp hạng">
      <Text size="sm" c="gray.7">
        Tỉnh trước và sau sáp nhập là hai đơn vị; kết quả không nối thành một đường.
      </Text>
      {entities.map((one) => (
        <Group key={one.id} gap="sm" justify="space-between">
          <Text style={{ overflowWrap: "anywhere" }}>
            {one.name}
            {(one.validFrom || one.validTo) && (
              <Text span size="sm" c="gray.7">
                {one.validFrom && (
                  <>
                    {" "}
                    từ <DayText day={one.validFrom} />
                  </>
                )}
                {one.validTo && (
                  <>
                    {" "}
                    đến <DayText day={one.validTo} />
                  </>
                )}
              </Text>
            )}
          </Text>
          {may.save?.allowed && (
            <Button
              variant="default"
              size="xs"
              aria-label={`Sửa đơn vị ${one.name}`}
              onClick={() => setOpen(one)}
            >
              Sửa
            </Button>
          )}
        </Group>
      ))}
      <Group>
        <MayButton may={may} verb="save" hideReason variant="default" onClick={() => setOpen(nobody())}>
          Thêm đơn vị
        </MayButton>
      </Group>
      {open && (
        <FormDialog
          key={open.id}
          opened
          onClose={() => setOpen(null)}
          title={open.name === "" ? "Thêm đơn vị được xếp hạng" : "Sửa đơn vị được xếp hạng"}
          lead="Để trống ngày đầu, ngày cuối nếu không có giới hạn."
          initial={{ ...open }}
          verb="Ghi đơn vị"
          submit={(values) => api.indices.saveEntity.call(values)}
          onDone={() => {
            void queries.invalidateQueries({ queryKey: api.indices.key() });
            sayDone("Đã ghi đơn vị được xếp hạng.");
          }}
        >
          {(form) => (
            <>
              <TextInput label="Tên" required data-autofocus {...form.getInputProps("name")} />
              <DateField label="Có từ ngày" {...form.getInputProps("validFrom")} />
              <DateField label="Có đến hết ngày" {...form.getInputProps("validTo")} />
            </>
          )}
        </FormDialog>
      )}
    </Section>
  );
}
