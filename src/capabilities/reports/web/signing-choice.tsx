import { Paper, Select, Stack, Text } from "@mantine/core";
import { DayText } from "#ui/date-text.tsx";
import type { ReportView } from "./api.ts";

/** How the signature will be printed, and by which decision; a choice where the person may sign in more than one way. */
export function SigningChoice({
  options,
  value,
  onChange,
}: {
  options: ReportView["signing"];
  value: string | null;
  onChange: (authorityId: string | null) => void;
}) {
  const chosen = options.find(({ authorityId }) => authorityId === value);
  if (!chosen) return null;
  return (
    <Stack gap="xs">
      {options.length > 1 && (
        <Select
          label="Ký với thẩm quyền"
          allowDeselect={false}
          data={options.map(({ authorityId, lines }) => ({ value: authorityId, label: lines.join(" / ") }))}
          value={value}
          onChange={onChange}
        />
      )}
      <Text size="sm">Văn bản sẽ in ở chỗ ký:</Text>
      <Paper withBorder p="sm" ta="center">
        {chosen.lines.map((line) => (
          <Text key={line} fw={700}>
            {line}
          </Text>
        ))}
        <Text fw={600} mt="xs">
          {chosen.name}
        </Text>
      </Paper>
      <Text size="sm" c="gray.7">
        Theo Quyết định số {chosen.decisionNumber} ngày <DayText day={chosen.decidedOn} />.
      </Text>
    </Stack>
  );
}
