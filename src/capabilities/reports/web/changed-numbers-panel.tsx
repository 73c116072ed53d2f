import { Alert, Anchor, Button, List, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { whyNot } from "#ui/may-button.tsx";
import type { ReportView } from "./api.ts";
import { differenceInWords } from "./changed-number.tsx";
import { KeepNumber, type KeptNumber } from "./keep-number.tsx";

type Changed = ReportView["changedNumbers"][number];

/** "chưa nêu lý do", or who answers for the number and why. */
function Answer({ accepted }: Pick<Changed, "accepted">) {
  if (accepted === null)
    return (
      <Text size="sm" fw={600}>
        Chưa nêu lý do; chưa soát được.
      </Text>
    );
  return (
    <Text size="sm">
      Giữ lại, lý do: {accepted.reason}
      <Text span size="sm" c="gray.7">
        {" "}
        ({accepted.by ?? "người đã rời cơ quan"}, <MomentText at={accepted.at} />)
      </Text>
    </Text>
  );
}

/** The changed numbers as a list, for who decides about the text. */
export const ChangedNumbersList = ({
  numbers,
  onKeep,
}: {
  numbers: Changed[];
  onKeep?: (number: KeptNumber) => void;
}) => (
  <List size="sm" spacing="sm">
    {numbers.map((number) => (
      <List.Item key={number.place}>
        <Stack gap={4} align="flex-start">
          <Text size="sm">
            Mục “{number.heading}”: {differenceInWords(number)}
            {number.figure !== null && ` Chỉ tiêu: ${number.figure.label}.`}
          </Text>
          <Answer accepted={number.accepted} />
          {onKeep && number.accepted === null && (
            <Button size="compact-sm" variant="default" onClick={() => onKeep(number)}>
              Giữ {number.written}, nêu lý do
            </Button>
          )}
        </Stack>
      </List.Item>
    ))}
  </List>
);

/** Every number of the text that differs from the frozen figures: before the text, for writers and for who decides. */
export function ChangedNumbersPanel({ report }: { report: ReportView }) {
  const [keeping, setKeeping] = useState<KeptNumber | null>(null);
  const { id, changedNumbers, may } = report;
  // Who writes the text has the same beside each section.
  const writing = report.youWrote && report.state === "drafted" && whyNot(may, "edit") === null;
  if (changedNumbers.length === 0 || writing) return null;
  const open = changedNumbers.filter(({ accepted }) => accepted === null).length;
  return (
    <Stack component="section" aria-labelledby="so-sua-tay" gap="sm">
      <Title order={2} id="so-sua-tay">
        Số khác số liệu đã chốt
      </Title>
      <Alert
        color="yellow"
        icon={<IconAlertTriangle />}
        title={
          open === 0
            ? `${changedNumbers.length} chỗ, đã nêu lý do`
            : `${changedNumbers.length} chỗ, còn ${open} chỗ chưa nêu lý do`
        }
      >
        <Stack gap="sm">
          <ChangedNumbersList
            numbers={changedNumbers}
            {...(whyNot(may, "accept-number") === null ? { onKeep: setKeeping } : {})}
          />
          <Anchor href="#so-lieu" size="sm" underline="always">
            Đối chiếu với bảng số liệu đã chốt
          </Anchor>
        </Stack>
      </Alert>
      <KeepNumber id={id} number={keeping} onClose={() => setKeeping(null)} />
    </Stack>
  );
}
