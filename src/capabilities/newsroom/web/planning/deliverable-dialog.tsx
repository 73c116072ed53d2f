import { Select, Text } from "@mantine/core";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { localOf, momentOf } from "#ui/moment-text.ts";
import { newId } from "#ui/new-id.ts";
import { channels, contentKinds } from "../../contract.ts";
import { api, type Deliverable, type Story } from "../api.ts";
import { usePeopleOptions } from "./people-options.ts";

const channelsOf = (kind: string): string[] => contentKinds.find(({ slug }) => slug === kind)?.channels ?? [];

const fieldsOf = (row: Partial<Deliverable>, unitId: string) => ({
  kind: row.kind ?? contentKinds[0]!.slug,
  channel: row.channel ?? contentKinds[0]!.channels[0]!,
  unitId: row.unitId ?? unitId,
  personId: row.personId ?? null,
  due: row.dueAt ? localOf(row.dueAt) : `${today().add({ days: 7 }).toString()}T17:00`,
});
export type ProductFields = ReturnType<typeof fieldsOf>;

/** As the acts take them; a moment that is not whole goes as it is and is refused at its field. */
export const sentOf = ({ due, ...fields }: ProductFields) => ({
  ...fields,
  dueAt: isWholeMoment(due) ? momentOf(due) : due,
});

/** What is to come of a story: kind, channel, moment, unit and person. */
export function DeliverableDialog({
  story,
  deliverable = null,
  opened,
  onClose,
  onDone,
}: {
  story: Story;
  deliverable?: Deliverable | null;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: Story) => void;
}) {
  const [deliverableId, setDeliverableId] = useState(newId);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={deliverable ? "Giao sản phẩm" : "Thêm sản phẩm"}
      initial={fieldsOf(deliverable ?? {}, story.unitId)}
      verb={deliverable ? "Ghi" : "Thêm"}
      submit={(fields) => {
        const its = sentOf(fields);
        return deliverable
          ? api.newsroom.assignDeliverable.call({ id: deliverable.id, ...its })
          : api.newsroom.addDeliverable.call({ id: story.id, deliverableId, ...its });
      }}
      onDone={(saved) => {
        setDeliverableId(newId());
        onDone(saved);
      }}
    >
      {(form) => <DeliverableFields form={form} hasText={deliverable?.itemId != null} />}
    </FormDialog>
  );
}

export function DeliverableFields({
  form,
  hasText = false,
}: {
  form: DialogForm<ProductFields>;
  hasText?: boolean;
}) {
  const { units, writers } = usePeopleOptions();
  return (
    <>
      <Select
        label="Loại"
        required
        allowDeselect={false}
        data={contentKinds.map(({ slug, label }) => ({ value: slug, label }))}
        disabled={hasText}
        data-autofocus={!hasText || undefined}
        {...form.getInputProps("kind")}
        onChange={(kind) => {
          const possible = channelsOf(kind ?? "");
          form.setFieldValue("kind", kind ?? "");
          if (!possible.includes(form.values.channel)) form.setFieldValue("channel", possible[0] ?? "");
        }}
      />
      <Select
        label="Kênh"
        required
        data-autofocus={hasText || undefined}
        allowDeselect={false}
        data={channels.flatMap(({ slug, label }) =>
          channelsOf(form.values.kind).includes(slug) ? [{ value: slug, label }] : [],
        )}
        {...form.getInputProps("channel")}
      />
      <Select
        label="Đơn vị làm"
        required
        allowDeselect={false}
        searchable
        data={units}
        {...form.getInputProps("unitId")}
      />
      <Select
        label="Người làm"
        description="Người này được báo một lần, được nhắc trước hạn và khi quá hạn."
        data={writers}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Bỏ chọn người làm" }}
        {...form.getInputProps("personId")}
      />
      <MomentField
        dayLabel="Ngày phải xong"
        timeLabel="Giờ phải xong"
        required
        value={form.values.due}
        onChange={(due) => form.setFieldValue("due", due)}
      />
      {form.errors.dueAt && (
        <Text size="sm" c="red.8" role="alert">
          {form.errors.dueAt}
        </Text>
      )}
    </>
  );
}
