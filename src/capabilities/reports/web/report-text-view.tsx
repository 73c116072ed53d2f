import { Stack, Text, Title } from "@mantine/core";
import type { ReportText } from "../report-text.ts";
import type { ReportView } from "./api.ts";
import { SectionFigures } from "./section-figures.tsx";

/** The text as it reads, for who may not edit it now. */
export function ReportTextView({
  report,
  content: { abstract, sections },
}: {
  report: ReportView;
  content: ReportText;
}) {
  return (
    <Stack gap="sm" maw="46rem">
      <Text fw={600}>{abstract}</Text>
      {sections.map(({ heading, level, text, figures }) => (
        <Stack gap={4} key={`${level} ${heading}`}>
          <Title order={level === 1 ? 3 : 4}>{heading}</Title>
          <Text style={{ whiteSpace: "pre-line" }}>{text}</Text>
          <SectionFigures report={report} keys={figures} />
        </Stack>
      ))}
    </Stack>
  );
}
