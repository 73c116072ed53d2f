import { Paper, Stack, Text, Title } from "@mantine/core";
import { useId } from "react";
import { MomentText } from "#ui/date-text.tsx";
import type { Item } from "../api.ts";

/** What was asked for each time the text was sent back, and what its writer answered when it came again. */
export function EarlierDemands({ history }: { history: Item["history"] }) {
  const heading = useId();
  const demands = history.flatMap((event, index) =>
    event.event === "return"
      ? [{ ...event, answer: history.slice(index + 1).find((one) => one.event === "submit") }]
      : [],
  );
  if (demands.length === 0) return null;
  return (
    <Paper withBorder p="md" mb="md" component="section" aria-labelledby={heading}>
      <Title order={2} size="h4" id={heading} mb="xs">
        Những lần đã yêu cầu sửa
      </Title>
      <Stack component="ol" gap="sm" pl="md" m={0}>
        {demands.map(({ at, personName, reason, note, answer }) => (
          <li key={at.toString()}>
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              “{reason}”
            </Text>
            <Text size="xs" c="gray.7">
              {personName}, <MomentText at={at} />
              {note && `, ${note}`}
            </Text>
            {answer && (
              <Text size="sm" pl="md" style={{ overflowWrap: "anywhere" }}>
                {answer.personName} gửi lại <MomentText at={answer.at} />
                {answer.reason ? `: “${answer.reason}”` : ", không ghi tiếp thu, giải trình."}
              </Text>
            )}
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
