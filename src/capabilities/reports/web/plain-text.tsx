import { Text } from "@mantine/core";
import { plainReport, type ReportText } from "../report-text.ts";

/** A text of a report as it reads, all of it. */
export const PlainText = ({ text }: { text: ReportText }) => (
  <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
    {plainReport(text)}
  </Text>
);
