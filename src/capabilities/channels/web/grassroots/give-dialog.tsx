import { Alert, Button, Group, MultiSelect, NumberInput, Select, Text } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { momentOf } from "#ui/moment-text.ts";
import { optionsOf } from "#ui/options.ts";
import { unaccentedOptions } from "#ui/unaccented-options.ts";
import { sayDone } from "#ui/undo.tsx";
import { type Priority, priorityLabels } from "../../contract.ts";
import { api, type GivenBroadcasts } from "../api.ts";
import { useKeepBroadcasts } from "./use-keep-loudspeakers.ts";

const priorityHelp: Record<Priority, string> = {
  normal: "Phát trong khung giờ, theo thứ tự được giao; khung đầy thì không nhận thêm.",
  priority: "Vào chương trình trước bản tin thông thường; khung đầy thì bản tin thông thường nhường chỗ.",
  emergency:
    "Thiên tai, cháy nổ, dịch bệnh…: phát ngay, ngắt bài đang phát, cả ngoài khung giờ. Người thứ hai phải xác nhận.",
};

/** To whom the bulletin goes, in which slot, how urgently. */
export function GiveDialog({
  deliveryId,
  given: { choices, slots, seconds },
  onClose,
}: {
  deliveryId: string;
  given: GivenBroadcasts;
  onClose: () => void;
}) {
  const keep = useKeepBroadcasts(deliveryId);
  const free = choices.filter(({ has }) => !has);
  const day = today().toString();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Giao cho đài, cụm loa"
      lead="Mỗi đài nhận bản tin này đúng một lần; đài đã có bản tin không hiện ở đây."
      initial={{
        stationIds: [] as string[],
        priority: "normal" as Priority,
        slotId: slots[0]?.id ?? (null as string | null),
        fromDay: day as string | null,
        toDay: day as string | null,
        until: `${day}T`,
        repeats: 1,
        gapSeconds: 60,
      }}
      check={({ stationIds, priority, slotId, fromDay, until }) => ({
        ...(stationIds.length === 0 && { stationIds: "Hãy chọn ít nhất một đài, cụm loa." }),
        ...(priority === "emergency"
          ? !isWholeMoment(until) && { until: "Hãy ghi cả ngày và giờ kết thúc." }
          : {
              ...(slotId === null && { slotId: "Hãy chọn khung giờ phát." }),
              ...(fromDay === null && { fromDay: "Hãy chọn ngày bắt đầu." }),
            }),
      })}
      verb="Giao bản tin"
      submit={({ priority, slotId, fromDay, toDay, until, repeats, gapSeconds, stationIds }) =>
        api.channels.planBroadcasts.call({
          id: deliveryId,
          stationIds,
          priority,
          ...(priority === "emergency"
            ? { slotId: null, fromDay: null, toDay: null, until: new Date(momentOf(until)) }
            : { slotId, fromDay, toDay, until: null }),
          repeats: Number(repeats) || 1,
          gapSeconds: Number(gapSeconds) || 0,
        })
      }
      onDone={(answer) => {
        keep(answer);
        sayDone("Đã giao bản tin; xem từng đài ở dưới.");
      }}
    >
      {(form) => (
        <>
          <MultiSelect
            label="Đài, cụm loa"
            required
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage="Không còn đài, cụm loa nào"
            filter={unaccentedOptions}
            data={free.map(({ id, name, areaName, isDifficult }) => ({
              value: id,
              label: `${name} (${areaName}${isDifficult ? ", khó khăn" : ""})`,
            }))}
            {...form.getInputProps("stationIds")}
          />
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() =>
                form.setFieldValue(
                  "stationIds",
                  free.map(({ id }) => id),
                )
              }
            >
              Chọn cả {free.length} nơi
            </Button>
            {free.some(({ isDifficult }) => isDifficult) && (
              <Button
                size="xs"
                variant="default"
                onClick={() =>
                  form.setFieldValue(
                    "stationIds",
                    free.filter(({ isDifficult }) => isDifficult).map(({ id }) => id),
                  )
                }
              >
                Chỉ địa bàn khó khăn
              </Button>
            )}
          </Group>
          <Select
            label="Mức ưu tiên"
            required
            allowDeselect={false}
            data={optionsOf(priorityLabels)}
            description={priorityHelp[form.values.priority]}
            {...form.getInputProps("priority")}
          />
          {form.values.priority === "emergency" ? (
            <>
              <MomentField
                dayLabel="Phát đến ngày"
                timeLabel="Đến giờ"
                required
                value={form.values.until}
                onChange={(until) => form.setFieldValue("until", until)}
              />
              {form.errors.until && (
                <Text size="sm" c="red.8" role="alert">
                  {form.errors.until}
                </Text>
              )}
            </>
          ) : (
            <>
              <Select
                label="Khung giờ"
                required
                allowDeselect={false}
                data={slots.map(({ id, name, fromTime, toTime }) => ({
                  value: id,
                  label: `${name} (${fromTime}–${toTime})`,
                }))}
                {...form.getInputProps("slotId")}
              />
              {slots.length === 0 && (
                <Alert color="yellow">Chưa có khung giờ nào; hãy thêm ở trang Truyền thanh cơ sở.</Alert>
              )}
              <Group grow align="flex-start">
                <DateField label="Từ ngày" required {...form.getInputProps("fromDay")} />
                <DateField label="Đến ngày" {...form.getInputProps("toDay")} />
              </Group>
            </>
          )}
          <Group grow align="flex-start">
            <NumberInput label="Số lần mỗi buổi" min={1} max={10} {...form.getInputProps("repeats")} />
            <NumberInput
              label="Cách nhau (giây)"
              min={0}
              max={3600}
              disabled={Number(form.values.repeats) <= 1}
              {...form.getInputProps("gapSeconds")}
            />
          </Group>
          {seconds !== null && (
            <Text size="sm" c="gray.7">
              Bản thu dài {seconds} giây.
            </Text>
          )}
        </>
      )}
    </FormDialog>
  );
}
