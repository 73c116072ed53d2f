import { Group, Text } from "@mantine/core";
import type { ReportView } from "./api.ts";
import { FigureButton } from "./figure-button.tsx";

/** The figures that a section of the text speaks of, each opening its rows. */
export function SectionFigures({
  report: { id, figures },
  keys,
}: {
  report: Pick<ReportView, "id" | "figures">;
  keys: string[];
}) {
  const spoken = figures.filter(({ key }) => keys.includes(key));
  if (spoken.length === 0) return null;
  return (
    <Group gap={4}>
      <Text size="xs" c="gray.7">
        Số liệu đã chốt:
      </Text>
      {spoken.map((figure) => (
        <FigureButton key={figure.key} reportId={id} figure={figure} labelled />
      ))}
    </Group>
  );
}
