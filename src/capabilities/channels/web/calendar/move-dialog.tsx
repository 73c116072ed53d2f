import { Text } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { localOf, momentOf } from "#ui/moment-text.ts";
import { api, type DeliveryOfDay } from "../api.ts";
import { TimeCheck } from "../delivery/time-check.tsx";
import { type WhenValues, whenLacks } from "../delivery/when-fields.tsx";

/** Moves a delivery to a day and an hour that are typed, with what stands in the way of it. */
export function MoveDialog({
  row,
  at,
  lead,
  onClose,
  onMoved,
}: {
  row: DeliveryOfDay;
  /** Where it is meant to go. */
  at: string;
  lead: string;
  onClose: () => void;
  onMoved: (at: string | null) => void;
}) {
  const initial: WhenValues = { when: "later", local: localOf(at), timeReason: row.timeReason ?? "" };
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Dời giờ đăng trên kênh"
      lead={
        <>
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {row.title || "(chưa có tiêu đề)"}
          </Text>
          <Text size="sm">
            {row.account.name}. {lead} Theo giờ Việt Nam.
          </Text>
        </>
      }
      initial={initial}
      check={whenLacks}
      verb="Dời giờ"
      submit={({ local, timeReason }) =>
        api.channels.moveDelivery.call({
          id: row.id,
          at: isWholeMoment(local) ? momentOf(local) : null,
          seenAt: row.dueAt ?? row.wantedAt,
          timeReason,
        })
      }
      onDone={({ at: now }) => onMoved(now)}
    >
      {(form) => {
        const change = (part: Partial<WhenValues>) => {
          form.clearErrors();
          form.setValues(part);
        };
        return (
          <>
            <MomentField
              dayLabel="Ngày đăng"
              timeLabel="Giờ đăng"
              required
              value={form.values.local}
              onChange={(local) => change({ local })}
            />
            {form.errors.wantedAt && (
              <Text size="sm" c="red.8" role="alert">
                {form.errors.wantedAt}
              </Text>
            )}
            <TimeCheck
              itemId={row.itemId}
              accountIds={[row.account.id]}
              deliveryId={row.id}
              value={form.values}
              onChange={change}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
