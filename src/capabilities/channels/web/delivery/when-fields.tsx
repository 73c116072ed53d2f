import { Radio, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { localOf, momentOf } from "#ui/moment-text.ts";

export interface WhenValues extends Record<string, unknown> {
  when: "with" | "later";
  /** "2026-11-14T08:30", Vietnam's time. */
  local: string;
  /** Why it goes out at an hour that the agency forbids. */
  timeReason: string;
}

export const whenOfMoment = (wantedAt: string | null, timeReason: string | null = null): WhenValues => ({
  ...(wantedAt === null ? { when: "with", local: "" } : { when: "later", local: localOf(wantedAt) }),
  timeReason: timeReason ?? "",
});

/** The moment that is sent; null: together with the portal, or now. */
export const momentOfWhen = ({ when, local }: Pick<WhenValues, "when" | "local">): string | null =>
  when === "with" ? null : momentOf(local);

/** What is lacking before it is sent. */
export const whenLacks = ({ when, local }: WhenValues): Record<string, string> =>
  when === "later" && !isWholeMoment(local) ? { wantedAt: "Hãy ghi cả ngày và giờ." } : {};

/** Together with the portal, or at an hour of its own. */
export function WhenFields({
  value,
  onChange,
  isPublic,
  error,
}: {
  value: WhenValues;
  onChange: (change: Partial<WhenValues>) => void;
  /** The text is on the portal already. */
  isPublic: boolean;
  error: ReactNode;
}) {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Khi nào"
        value={value.when}
        onChange={(when) => onChange({ when: when as WhenValues["when"] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="with" label={isPublic ? "Ngay bây giờ" : "Cùng lúc bài lên cổng"} />
          <Radio
            value="later"
            label="Hẹn giờ"
            description={
              isPublic ? "Theo giờ Việt Nam." : "Theo giờ Việt Nam; bài chưa lên cổng thì chờ bài lên cổng."
            }
          />
        </Stack>
      </Radio.Group>
      {value.when === "later" && (
        <MomentField
          dayLabel="Ngày đăng"
          timeLabel="Giờ đăng"
          required
          value={value.local}
          onChange={(local) => onChange({ local })}
        />
      )}
      {error && (
        <Text size="sm" c="red.8" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}
