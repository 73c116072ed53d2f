import { Checkbox, Stack, Text } from "@mantine/core";
import { FormDialog } from "#ui/form-dialog.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";

type Waiting = Awaited<ReturnType<typeof api.plan.distribution.call>>["waiting"];

/** Chooses the units that the plan is sent to, those of Nơi nhận first, and says how many people are told. */
export function SendDialog({
  planId,
  waiting,
  opened,
  onClose,
  onDone,
}: {
  planId: string;
  waiting: Waiting;
  opened: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const named = waiting.filter((unit) => unit.named);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Gửi kế hoạch đến các đơn vị"
      lead={
        waiting.length === 0
          ? "Mọi đơn vị đã được gửi kế hoạch này; không gửi lần hai."
          : "Người được phân công ở mỗi đơn vị nhận thông báo, rồi xác nhận đã nhận. Đơn vị đã được gửi thì không gửi lần hai."
      }
      initial={{ unitIds: named.map(({ unitId }) => unitId) }}
      verb="Gửi và báo cho các đơn vị"
      submit={({ unitIds }) => api.plan.distribute.call({ id: planId, unitIds })}
      onDone={({ units, people }) => {
        onDone();
        sayDone(`Đã gửi đến ${units} đơn vị, ${people} người được báo.`);
      }}
    >
      {(form) => {
        const chosen = waiting.filter(({ unitId }) => form.values.unitIds.includes(unitId));
        const people = new Set(chosen.flatMap(({ personIds }) => personIds));
        return (
          <>
            <Checkbox.Group label="Đơn vị nhận" {...form.getInputProps("unitIds")}>
              <Stack gap={8} mt={6}>
                {waiting.map(({ unitId, unitName, named: isNamed, personIds }) => (
                  <Checkbox
                    key={unitId}
                    value={unitId}
                    label={unitName}
                    description={[
                      isNamed ? "Có trong Nơi nhận" : "Không nêu trong Nơi nhận",
                      personIds.length > 0
                        ? `${personIds.length} người được báo`
                        : "chưa có ai được phân công",
                    ].join(" · ")}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Text fw={600} role="status">
              Sẽ gửi đến {chosen.length} đơn vị, {people.size} người được báo.
            </Text>
          </>
        );
      }}
    </FormDialog>
  );
}
