import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMemo } from "react";
import { type ChangedNumber, changedInSection } from "../changed-numbers.ts";
import type { ReportView } from "./api.ts";
import { differenceInWords, MarkedNumber } from "./changed-number.tsx";

/** The numbers of a section that differ from the frozen figures, as it is typed; each can be put back at once. */
export function SectionNumbers({
  report: { drafted, changedNumbers },
  section,
  text,
  onChange,
  onKeep,
}: {
  report: Pick<ReportView, "drafted" | "changedNumbers">;
  section: number;
  text: string;
  onChange: (text: string) => void;
  onKeep: (number: ChangedNumber) => void;
}) {
  const draft = drafted?.[section];
  const numbers = useMemo(
    () => (draft === undefined ? [] : changedInSection(section, draft, text)),
    [section, draft, text],
  );
  if (numbers.length === 0) return null;
  const acceptedOf = ({ place, written }: ChangedNumber) =>
    changedNumbers.find((one) => one.place === place && one.written === written)?.accepted ?? null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle />} title="Số khác số liệu đã chốt">
      <Stack gap="sm">
        {numbers.map((number) => {
          const accepted = acceptedOf(number);
          return (
            <Stack gap={4} key={number.place}>
              <Text size="sm">
                {differenceInWords(number)} <MarkedNumber text={text} from={number.from} to={number.to} />
              </Text>
              {accepted && <Text size="sm">Đã nêu lý do giữ: {accepted.reason}</Text>}
              <Group gap="xs">
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() =>
                    onChange(`${text.slice(0, number.from)}${number.drafted}${text.slice(number.to)}`)
                  }
                >
                  Trả về {number.drafted}
                </Button>
                {!accepted && (
                  <Button size="compact-sm" variant="default" onClick={() => onKeep(number)}>
                    Giữ {number.written}, nêu lý do
                  </Button>
                )}
              </Group>
            </Stack>
          );
        })}
      </Stack>
    </Alert>
  );
}
