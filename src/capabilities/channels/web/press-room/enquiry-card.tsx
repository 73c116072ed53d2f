import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type EnquiryState, enquiryStateLabels, enquiryWayLabels } from "../../contract.ts";
import type { PressEnquiry } from "../api.ts";
import { AssignEnquiryDialog } from "./assign-enquiry-dialog.tsx";
import { CloseEnquiryDialog } from "./close-enquiry-dialog.tsx";
import { clockOf } from "./enquiry-words.ts";

const tones: Record<EnquiryState, StateTone> = {
  open: "waiting",
  answered: "done",
  refused: "withdrawn",
  forwarded: "note",
};

const heard = { whiteSpace: "pre-line", overflowWrap: "anywhere" } as const;

/** One question of the press: who asks what, how long is left, how it ended. */
export function EnquiryCard({ enquiry }: { enquiry: PressEnquiry }) {
  const { subject, questions, outletName, askedBy, reach, way, state, files, may } = enquiry;
  const [asked, ask] = useState<"close" | "assign" | null>(null);
  const clock = clockOf(enquiry);
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Stack gap={2} flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
            <Title order={2} size="h4">
              {subject}
            </Title>
            <Text size="sm" c="gray.7">
              {[outletName, askedBy, reach, enquiryWayLabels[way]].filter(Boolean).join(" · ")}
            </Text>
          </Stack>
          <Group gap="xs">
            <StateBadge tone={tones[state]} word={enquiryStateLabels[state]} />
            <StateBadge {...clock} />
          </Group>
        </Group>
        {questions && <Text style={heard}>{questions}</Text>}
        <Text size="sm" c="gray.7">
          Nhận <MomentText at={enquiry.receivedAt} />, hạn trả lời <MomentText at={enquiry.dueAt} />. Theo
          dõi: {enquiry.handlerName}.{" "}
          {enquiry.notedByName !== enquiry.handlerName && `${enquiry.notedByName} ghi.`}
        </Text>
        {state !== "open" && (
          <Stack gap={2}>
            <Text size="sm" fw={600}>
              {enquiry.speaker && `${enquiry.speaker} trả lời, `}
              {state === "refused" && "Từ chối, "}
              {state === "forwarded" && `Chuyển ${enquiry.forwardedTo}, `}
              <MomentText at={enquiry.closedAt} />
              {enquiry.closedByName && ` (${enquiry.closedByName} ghi)`}
            </Text>
            <Text style={heard}>{enquiry.words}</Text>
          </Stack>
        )}
        {files.map(({ id, fileName }) => (
          <Anchor key={id} href={`/press-enquiry-files/${id}`} style={{ overflowWrap: "anywhere" }}>
            {fileName}
          </Anchor>
        ))}
        {state === "open" && (
          <Group gap="xs">
            {may.close?.allowed && (
              <Button size="xs" aria-label={`Ghi kết quả: ${subject}`} onClick={() => ask("close")}>
                Ghi kết quả
              </Button>
            )}
            {may.assign?.allowed && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Giao người khác: ${subject}`}
                onClick={() => ask("assign")}
              >
                Giao người khác
              </Button>
            )}
          </Group>
        )}
      </Stack>
      <CloseEnquiryDialog enquiry={enquiry} opened={asked === "close"} onClose={() => ask(null)} />
      <AssignEnquiryDialog enquiry={enquiry} opened={asked === "assign"} onClose={() => ask(null)} />
    </Paper>
  );
}
