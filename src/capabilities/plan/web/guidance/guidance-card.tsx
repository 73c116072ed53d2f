import { Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { type Signature, signatureInWords } from "#ui/signing-choice.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { GuidanceActs } from "./guidance-acts.tsx";
import { GuidanceQuestions } from "./guidance-questions.tsx";
import type { GuidanceView } from "./guidance-view.ts";

/** A piece of guidance in the edition that holds, with who received it, what was asked, and the editions before. */
export function GuidanceCard({ note, signing }: { note: GuidanceView; signing: Signature[] }) {
  const { id, current, earlier } = note;
  const receipts = note.receipts.filter(({ edition }) => edition === current.edition);
  const received = receipts.filter(({ acknowledgedAt }) => acknowledgedAt !== null);
  return (
    <Paper withBorder p="md" component="article" aria-labelledby={`huong-dan-${id}`}>
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title
            order={2}
            size="h4"
            id={`huong-dan-${id}`}
            flex="1 1 16rem"
            style={{ overflowWrap: "anywhere" }}
          >
            {current.title}
          </Title>
          {note.withdrawnAt ? (
            <StateBadge tone="withdrawn" word="Đã rút" />
          ) : received.length < receipts.length ? (
            <StateBadge tone="waiting" word={`${received.length}/${receipts.length} đơn vị đã nhận`} />
          ) : (
            <StateBadge tone="done" word="Mọi đơn vị đã nhận" />
          )}
        </Group>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {note.planId ? (
            <>
              {note.about && `${note.about} · `}
              <LinkText to="/ke-hoach/$id" params={{ id: note.planId }}>
                {note.planTitle}
              </LinkText>
            </>
          ) : (
            "Hướng dẫn chung"
          )}
          {" · "}
          {note.toAll ? "gửi mọi đơn vị" : `gửi ${receipts.length} đơn vị`}
        </Text>
        <Edition edition={current} />
        {note.withdrawnAt && (
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {note.withdrawnByName} rút lúc <MomentText at={note.withdrawnAt} />. Lý do: {note.withdrawnReason}
          </Text>
        )}
        <Group gap="xs">
          <Shown closed={`Xem ${receipts.length} đơn vị được gửi`} open="Ẩn đơn vị được gửi">
            <Receipts rows={receipts} withdrawn={note.withdrawnAt !== null} />
          </Shown>
          {earlier.length > 0 && (
            <Shown closed={`Xem ${earlier.length} bản trước`} open="Ẩn bản trước">
              {earlier.map((edition) => (
                <Box key={edition.edition} component="section" aria-label={`Bản ${edition.edition}`} mb="sm">
                  <Title order={3} size="h5" style={{ overflowWrap: "anywhere" }}>
                    Bản {edition.edition}: {edition.title}
                  </Title>
                  <Edition edition={edition} />
                  <Receipts rows={note.receipts.filter((row) => row.edition === edition.edition)} withdrawn />
                </Box>
              ))}
            </Shown>
          )}
        </Group>
        <GuidanceQuestions note={note} />
        <GuidanceActs note={note} signing={signing} />
      </Stack>
    </Paper>
  );
}

function Edition({
  edition: { edition, text, changed, madeByName, madeAt, signedAs },
}: {
  edition: GuidanceView["current"];
}) {
  return (
    <>
      <Text size="sm" c="gray.7">
        Bản {edition}, {madeByName} gửi lúc <MomentText at={madeAt} />
      </Text>
      {signedAs && <Text size="sm">Ký: {signatureInWords(signedAs)}</Text>}
      {changed && (
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          Đổi so với bản trước: {changed}
        </Text>
      )}
      <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{text}</Text>
    </>
  );
}

function Receipts({ rows, withdrawn }: { rows: GuidanceView["receipts"]; withdrawn: boolean }) {
  return (
    <Stack component="ul" gap={6} my={4} mx={0} p={0} style={{ listStyle: "none" }}>
      {rows.map(({ unitId, unitName, acknowledgedAt, acknowledgedByName, remindedAt, remindedTimes }) => (
        <Group key={unitId} component="li" gap="xs">
          <Text size="sm">{unitName}</Text>
          {acknowledgedAt ? (
            <>
              <StateBadge tone="done" word="Đã nhận" />
              <Text size="sm" c="gray.7">
                {acknowledgedByName}, <MomentText at={acknowledgedAt} />
              </Text>
            </>
          ) : (
            <>
              <StateBadge tone={withdrawn ? "none" : "waiting"} word="Chưa xác nhận" />
              {remindedTimes > 0 && (
                <Text size="sm" c="gray.7">
                  Đã nhắc {remindedTimes} lần, lần cuối <MomentText at={remindedAt} />
                </Text>
              )}
            </>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** A part that is opened on demand. */
function Shown({ closed, open, children }: { closed: string; open: string; children: ReactNode }) {
  const [shown, setShown] = useState(false);
  return (
    <Box w={shown ? "100%" : undefined}>
      <Button
        variant="subtle"
        size="sm"
        px="xs"
        aria-expanded={shown}
        onClick={() => setShown((before) => !before)}
      >
        {shown ? open : closed}
      </Button>
      {shown && children}
    </Box>
  );
}
