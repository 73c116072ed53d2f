import {
  Alert,
  Button,
  Checkbox,
  Group,
  List,
  NumberInput,
  Paper,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Section } from "#ui/section.tsx";
import { sayDone } from "#ui/undo.tsx";
import { weekdayLabels } from "../../contract.ts";
import { api, type LoudspeakerSlot, type Loudspeakers } from "../api.ts";
import { useKeepLoudspeakers } from "./use-keep-loudspeakers.ts";

const daysInWords = (weekdays: string) =>
  weekdays === "1234567"
    ? "Hằng ngày"
    : [...weekdays].map((day) => weekdayLabels[Number(day) - 1]).join(", ");

const atMost = (most: number | null, unit: string) =>
  most === null ? "không giới hạn" : `nhiều nhất ${most} ${unit}`;

const numberOrNull = (value: string | number) => (value === "" ? null : Number(value));

/** Within which hours loudspeakers play, and the slots that bulletins are put into. */
export function Slots() {
  const register = useQuery(api.channels.loudspeakers.queryOptions());
  return <Asked query={register}>{(found) => <Opened register={found} />}</Asked>;
}

function Opened({ register: { slots, limits, slotIssues, may } }: { register: Loudspeakers }) {
  const [opened, open] = useState<"limits" | { slot: LoudspeakerSlot | null } | null>(null);
  const mayKeep = may.keep?.allowed ?? false;
  return (
    <Stack>
      <Section id="gioi-han" title="Giới hạn của cơ quan">
        {!limits.isOwn && (
          <Alert color="yellow" title="Đây là mức gợi ý ban đầu, chưa phải quy định">
            Hãy ghi giới hạn theo quy định của tỉnh, kèm căn cứ.
          </Alert>
        )}
        <List size="sm">
          <List.Item>
            Được phát từ {limits.earliest} đến {limits.latest}; chỉ bản tin khẩn cấp được phát ngoài giờ này.
          </List.Item>
          <List.Item>
            Mỗi ngày: {atMost(limits.slotsADay, "buổi")}. Mỗi buổi: {atMost(limits.minutesASlot, "phút")}. Mỗi
            tuần: {atMost(limits.daysAWeek, "ngày")}.
          </List.Item>
          {limits.basis && <List.Item>Căn cứ: {limits.basis}</List.Item>}
        </List>
        <MayButton
          may={may}
          verb="keep"
          hideReason
          variant="default"
          w="fit-content"
          onClick={() => open("limits")}
        >
          Sửa giới hạn
        </MayButton>
      </Section>
      {slotIssues.length > 0 && (
        <Alert color="orange" title="Khung giờ chưa hợp giới hạn">
          <List size="sm">
            {slotIssues.map((issue) => (
              <List.Item key={issue}>{issue}</List.Item>
            ))}
          </List>
          Các buổi đã xếp vẫn giữ nguyên; hãy sửa khung giờ.
        </Alert>
      )}
      <Group justify="space-between">
        <Title order={2} size="h3">
          Khung giờ phát
        </Title>
        <MayButton
          may={may}
          verb="keep"
          hideReason
          leftSection={<IconPlus size={18} />}
          onClick={() => open({ slot: null })}
        >
          Thêm khung giờ
        </MayButton>
      </Group>
      {slots.length === 0 && (
        <Text size="sm">Chưa có khung giờ nào; thêm khung giờ rồi mới xếp được bản tin.</Text>
      )}
      {slots.map((slot) => (
        <Paper key={slot.id} withBorder p="sm">
          <Group justify="space-between">
            <div>
              <Text fw={600}>{slot.name}</Text>
              <Text size="sm">
                {slot.fromTime}–{slot.toTime} · {daysInWords(slot.weekdays)}
              </Text>
            </div>
            {mayKeep && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Sửa khung ${slot.name}`}
                onClick={() => open({ slot })}
              >
                Sửa
              </Button>
            )}
          </Group>
        </Paper>
      ))}
      {opened === "limits" && <LimitsDialog limits={limits} onClose={() => open(null)} />}
      {opened !== null && opened !== "limits" && <SlotDialog slot={opened.slot} onClose={() => open(null)} />}
    </Stack>
  );
}

const timeField = (label: string) => ({
  label,
  required: true,
  format: "24h" as const,
  hoursInputLabel: `${label}: giờ`,
  minutesInputLabel: `${label}: phút`,
});

function LimitsDialog({ limits, onClose }: { limits: Loudspeakers["limits"]; onClose: () => void }) {
  const keep = useKeepLoudspeakers();
  const { isOwn: _, ...initial } = limits;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Giới hạn giờ phát"
      lead="Áp dụng khi thêm, sửa khung giờ. Để trống số nào thì không giới hạn số ấy."
      initial={{
        ...initial,
        slotsADay: initial.slotsADay ?? ("" as number | ""),
        minutesASlot: initial.minutesASlot ?? ("" as number | ""),
        daysAWeek: initial.daysAWeek ?? ("" as number | ""),
      }}
      verb="Ghi giới hạn"
      submit={({ slotsADay, minutesASlot, daysAWeek, ...rest }) =>
        api.channels.setLoudspeakerLimits.call({
          ...rest,
          slotsADay: numberOrNull(slotsADay),
          minutesASlot: numberOrNull(minutesASlot),
          daysAWeek: numberOrNull(daysAWeek),
        })
      }
      onDone={(register) => {
        keep(register);
        sayDone("Đã ghi giới hạn giờ phát.");
      }}
    >
      {(form) => (
        <>
          <Group grow align="flex-start">
            <TimePicker {...timeField("Sớm nhất")} {...form.getInputProps("earliest")} />
            <TimePicker {...timeField("Muộn nhất")} {...form.getInputProps("latest")} />
          </Group>
          <NumberInput label="Số buổi mỗi ngày" min={1} max={24} {...form.getInputProps("slotsADay")} />
          <NumberInput label="Số phút mỗi buổi" min={1} max={240} {...form.getInputProps("minutesASlot")} />
          <NumberInput label="Số ngày mỗi tuần" min={1} max={7} {...form.getInputProps("daysAWeek")} />
          <TextInput
            label="Căn cứ"
            placeholder="Số, ngày của quy định về hoạt động loa truyền thanh"
            {...form.getInputProps("basis")}
          />
        </>
      )}
    </FormDialog>
  );
}

function SlotDialog({ slot, onClose }: { slot: LoudspeakerSlot | null; onClose: () => void }) {
  const keep = useKeepLoudspeakers();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={slot ? `Sửa khung giờ: ${slot.name}` : "Thêm khung giờ"}
      lead={slot ? "Bản tin đã xếp vào khung này giữ nguyên giờ cũ." : undefined}
      initial={{
        name: slot?.name ?? "",
        days: [...(slot?.weekdays ?? "12345")],
        fromTime: slot?.fromTime ?? "",
        toTime: slot?.toTime ?? "",
        isClosed: false,
      }}
      check={({ days, fromTime, toTime }) => ({
        ...(days.length === 0 && { weekdays: "Hãy chọn ít nhất một ngày." }),
        ...(fromTime === "" && { fromTime: "Hãy ghi giờ bắt đầu." }),
        ...(toTime === "" && { toTime: "Hãy ghi giờ kết thúc." }),
      })}
      verb="Ghi khung giờ"
      submit={({ days, ...values }) => {
        const fields = { weekdays: days.toSorted().join(""), ...values };
        return slot
          ? api.channels.changeLoudspeakerSlot.call({ id: slot.id, ...fields })
          : api.channels.addLoudspeakerSlot.call(fields);
      }}
      onDone={(register) => {
        keep(register);
        sayDone("Đã ghi khung giờ.");
      }}
    >
      {(form) => (
        <>
          <TextInput
            label="Tên"
            placeholder="Buổi chiều"
            required
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Checkbox.Group label="Các ngày" error={form.errors.weekdays} {...form.getInputProps("days")}>
            <Group mt="xs">
              {weekdayLabels.map((label, at) => (
                <Checkbox key={label} value={String(at + 1)} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
          <Group grow align="flex-start">
            <TimePicker {...timeField("Từ giờ")} {...form.getInputProps("fromTime")} />
            <TimePicker {...timeField("Đến giờ")} {...form.getInputProps("toTime")} />
          </Group>
          {slot && (
            <Checkbox
              label="Thôi dùng khung giờ này"
              {...form.getInputProps("isClosed", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
