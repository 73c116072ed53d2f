import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayFailed } from "#ui/undo.tsx";
import type { SectionState } from "../../contract.ts";
import { api, type SectionList } from "../api.ts";
import { CareDialog } from "./care-dialog.tsx";
import { TextDialog } from "./text-dialog.tsx";
import { useSectionsChanged } from "./use-sections-changed.ts";

const states: Record<SectionState, { tone: StateTone; word: string }> = {
  filled: { tone: "done", word: "Đã có" },
  elsewhere: { tone: "note", word: "Đăng ở trang khác" },
  absent: { tone: "none", word: "Không phát sinh" },
  stale: { tone: "waiting", word: "Đến hạn xem lại" },
  empty: { tone: "failed", word: "Còn trống" },
};

/** One section that must be public, how it stands, and what to do with it. */
export function SectionCard({
  section,
  units,
  may,
}: {
  section: SectionList["sections"][number];
  units: SectionList["units"];
  may: SectionList["may"];
}) {
  const { slug, title, holds, ground, state, texts, parts, elsewhere, absentReason } = section;
  const [asked, ask] = useState<"care" | "text" | null>(null);
  const changed = useSectionsChanged();
  const confirm = useMutation({
    mutationFn: () => api.site.confirmSection.call({ slug }),
    onSuccess: () => changed("Đã ghi: xem lại, còn đúng."),
    onError: sayFailed,
  });
  const take = useMutation({
    mutationFn: (itemId: string) => api.site.takeTextOut.call({ slug, itemId }),
    onSuccess: () => changed("Đã gỡ bài khỏi mục; bài vẫn đăng."),
    onError: sayFailed,
  });
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" flex="1 1 16rem">
            <Anchor href={`/thong-tin-cong-khai/${slug}`} target="_blank" rel="noopener" inherit>
              {title}
            </Anchor>
          </Title>
          <StateBadge {...states[state]} />
        </Group>
        <Text size="sm" c="gray.7">
          {holds} {ground === "to-verify" && "(Cần đối chiếu quy định.)"}
        </Text>
        {parts.map(({ href, label, count }) => (
          <Text size="sm" key={href}>
            <Anchor href={href} target="_blank" rel="noopener" underline="always">
              {label}
            </Anchor>
            : {count.toLocaleString("vi-VN")} mục, hệ thống tự cập nhật.
          </Text>
        ))}
        {texts.map((text) => (
          <Group key={text.id} gap="xs">
            <Anchor
              href={text.href}
              target="_blank"
              rel="noopener"
              size="sm"
              style={{ overflowWrap: "anywhere" }}
            >
              {text.title}
            </Anchor>
            {may.sections?.allowed && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Gỡ bài ${text.title} khỏi mục`}
                loading={take.isPending && take.variables === text.id}
                onClick={() => take.mutate(text.id)}
              >
                Gỡ khỏi mục
              </Button>
            )}
          </Group>
        ))}
        {elsewhere && (
          <Anchor
            href={elsewhere}
            target="_blank"
            rel="noopener noreferrer"
            size="sm"
            style={{ overflowWrap: "anywhere" }}
          >
            {elsewhere}
          </Anchor>
        )}
        {absentReason && <Text size="sm">Không phát sinh: {absentReason}</Text>}
        <Text size="sm" c="gray.7">
          {section.ownerUnitName ? `${section.ownerUnitName} phụ trách. ` : "Chưa giao đơn vị phụ trách. "}
          {section.lastChange && (
            <>
              Đổi lần cuối <MomentText at={section.lastChange} />.{" "}
            </>
          )}
          {section.reviewedAt && (
            <>
              {section.reviewedByName} xem lại <MomentText at={section.reviewedAt} />.{" "}
            </>
          )}
          {section.reviewBy && (
            <>
              Xem lại trước ngày <DayText day={section.reviewBy} />.
            </>
          )}
        </Text>
        <Group gap="xs">
          {may.sections?.allowed && state !== "empty" && (
            <Button
              size="xs"
              loading={confirm.isPending}
              onClick={() => confirm.mutate()}
              aria-label={`Đã xem lại, còn đúng: ${title}`}
            >
              Đã xem lại, còn đúng
            </Button>
          )}
          {state === "empty" && parts.length === 0 && (
            <LinkButton
              size="xs"
              to="/noi-dung"
              search={{ viet: "moi" } as never}
              aria-label={`Viết bài cho mục ${title}`}
            >
              Viết bài
            </LinkButton>
          )}
          <MayButton
            may={may}
            verb="sections"
            hideReason
            size="xs"
            variant="default"
            onClick={() => ask("text")}
          >
            Gắn bài đang đăng…
          </MayButton>
          <MayButton
            may={may}
            verb="sections"
            hideReason
            size="xs"
            variant="default"
            onClick={() => ask("care")}
          >
            Phụ trách, hạn xem lại…
          </MayButton>
        </Group>
      </Stack>
      <CareDialog section={section} units={units} opened={asked === "care"} onClose={() => ask(null)} />
      <TextDialog section={section} opened={asked === "text"} onClose={() => ask(null)} />
    </Paper>
  );
}
