import { Button, Chip, Fieldset, Group, Stack, Text } from "@mantine/core";
import { TimePicker } from "@mantine/dates";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { newId } from "#ui/new-id.ts";
import type { PostingWindow } from "../../contract.ts";

export interface WindowValue extends PostingWindow {
  key: string;
}

const weekdays = ["T2", "T3", "T4", "T5", "T6", "T7", "CN"];
const spoken = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

const everyDay = (from: string, to: string): WindowValue => ({
  key: newId(),
  days: [1, 2, 3, 4, 5, 6, 7],
  from,
  to,
});

export const withKeys = (windows: PostingWindow[]): WindowValue[] =>
  windows.map((one) => ({ ...one, key: newId() }));

/** The end of a day is shown as the clock shows it. */
const shown = (clock: string) => (clock === "24:00" ? "00:00" : clock);

/** Hours on some days of the week, several of them. */
export function WindowFields({
  legend,
  hint,
  first,
  value,
  onChange,
  error,
}: {
  legend: string;
  hint: string;
  /** What a new one begins with. */
  first: [from: string, to: string];
  value: WindowValue[];
  onChange: (value: WindowValue[]) => void;
  error?: string | undefined;
}) {
  const change = (key: string, part: Partial<PostingWindow>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        <Text size="sm" c="gray.7">
          {hint}
        </Text>
        {value.map(({ key, days, from, to }, index) => (
          <Stack key={key} gap={6} component="section" aria-label={`${legend}, khung ${index + 1}`}>
            <Group align="flex-end" gap="sm">
              <TimePicker
                label="Từ"
                format="24h"
                hoursInputLabel="Từ: giờ"
                minutesInputLabel="Từ: phút"
                value={from}
                onChange={(next) => change(key, { from: next.slice(0, 5) })}
              />
              <TimePicker
                label="Đến"
                format="24h"
                hoursInputLabel="Đến: giờ"
                minutesInputLabel="Đến: phút"
                value={shown(to)}
                onChange={(next) => change(key, { to: next.slice(0, 5) })}
              />
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => onChange(value.filter((one) => one.key !== key))}
                aria-label={`Bỏ khung ${index + 1} của ${legend.toLocaleLowerCase("vi")}`}
              >
                Bỏ
              </Button>
            </Group>
            <Chip.Group
              multiple
              value={days.map(String)}
              onChange={(chosen) => change(key, { days: chosen.map(Number).toSorted((a, b) => a - b) })}
            >
              <Group gap={4}>
                {weekdays.map((word, day) => (
                  <Chip key={word} value={String(day + 1)} size="xs" aria-label={spoken[day]!}>
                    {word}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {to < from && to !== "00:00" && (
              <Text size="xs" c="gray.7">
                Kéo qua nửa đêm, đến {to} hôm sau.
              </Text>
            )}
          </Stack>
        ))}
        {error && (
          <Text size="sm" c="red.8" role="alert">
            {error}
          </Text>
        )}
        <Button
          size="xs"
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...value, everyDay(...first)])}
        >
          Thêm khung giờ
        </Button>
      </Stack>
    </Fieldset>
  );
}
