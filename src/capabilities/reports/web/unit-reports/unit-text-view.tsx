import { Stack, Text, Title } from "@mantine/core";
import { vietnameseNumber } from "../../figure.ts";
import { type ExtraFigure, textParts, type UnitReportText } from "../../unit-reports/unit-report.ts";

/** What a unit wrote, as it reads. */
export function UnitTextView({ text, extras }: { text: UnitReportText; extras: ExtraFigure[] }) {
  return (
    <Stack gap="sm" maw="46rem">
      {extras.map(({ key, label, unit }) => {
        const value = text.extras[key] ?? null;
        return (
          <Text key={key}>
            {label}: {value === null ? "chưa nhập" : `${vietnameseNumber(value)} ${unit}`}
          </Text>
        );
      })}
      {textParts.map(({ key, label }) => (
        <Stack key={key} gap={4}>
          <Title order={2} size="h4">
            {label}
          </Title>
          <Text style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
            {text[key].trim() || "Không nêu"}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
