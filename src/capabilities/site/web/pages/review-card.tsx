import { Anchor, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import { lastings, type ReviewState } from "../../contract.ts";
import { api, type Reviews } from "../api.ts";
import { PageCareDialog } from "./page-care-dialog.tsx";
import { SuccessorDialog } from "./successor-dialog.tsx";

const states: Record<ReviewState, { tone: StateTone; word: string }> = {
  due: { tone: "failed", word: "Đến hạn xem lại" },
  near: { tone: "waiting", word: "Sắp đến hạn" },
  later: { tone: "done", word: "Còn hạn" },
  never: { tone: "none", word: "Không đặt hạn" },
};

const breaks = { overflowWrap: "anywhere" } as const;

/** One page: by when it is looked over, whose it is, when it changed and who last found it right. */
export function ReviewCard({ page, list }: { page: Reviews["pages"][number]; list: Reviews }) {
  const { id, path, title, lasting, gone, successor, visits, state, may } = page;
  const queries = useQueryClient();
  const [asked, ask] = useState<"care" | "successor" | null>(null);
  const changed = (words: string) => {
    void queries.invalidateQueries({ queryKey: api.site.reviews.key() });
    sayDone(words);
  };
  const confirm = useMutation({
    mutationFn: () => api.site.confirmPage.call({ id }),
    onSuccess: () => changed("Đã ghi: xem lại, còn đúng."),
    onError: sayFailed,
  });
  const owners = [page.ownerPersonName, page.ownerUnitName].filter(Boolean).join(", ");
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Title order={2} size="h4" flex="1 1 16rem" style={breaks}>
            <Anchor href={path} target="_blank" rel="noopener" inherit underline="always">
              {title}
            </Anchor>
          </Title>
          <StateBadge {...(gone ? { tone: "none" as const, word: "Đã gỡ khỏi cổng" } : states[state])} />
        </Group>
        <Text size="sm" c="gray.7" style={breaks}>
          {lasting && `${lastings[lasting]} · `}
          {path} · {visits.toLocaleString("vi-VN")} lượt xem trong {list.visitDays} ngày qua
        </Text>
        <Text size="sm">
          {owners ? `${owners} phụ trách. ` : "Chưa giao ai phụ trách. "}
          {page.changedAt && (
            <>
              Cập nhật <MomentText at={page.changedAt} />.{" "}
            </>
          )}
          {page.reviewedAt && (
            <>
              {page.reviewedByName} xem lại <MomentText at={page.reviewedAt} />.{" "}
            </>
          )}
          {page.reviewBy && !gone && (
            <>
              Xem lại trước ngày <DayText day={page.reviewBy} />.
            </>
          )}
        </Text>
        {successor && (
          <Text size="sm" style={breaks}>
            Trang thay thế: {successor}
          </Text>
        )}
        <Group gap="xs">
          {!gone && may.review?.allowed && (
            <Button
              size="xs"
              loading={confirm.isPending}
              aria-label={`Đã xem lại, còn đúng: ${title}`}
              onClick={() => confirm.mutate()}
            >
              Đã xem lại, còn đúng
            </Button>
          )}
          {!gone && (
            <MayButton
              may={may}
              verb="pages"
              hideReason
              size="xs"
              variant="default"
              aria-label={`Phụ trách, hạn xem lại: ${title}`}
              onClick={() => ask("care")}
            >
              Phụ trách, hạn xem lại
            </MayButton>
          )}
          {gone && (
            <MayButton
              may={may}
              verb="pages"
              hideReason
              size="xs"
              variant="default"
              aria-label={`Trang thay thế: ${title}`}
              onClick={() => ask("successor")}
            >
              Trang thay thế
            </MayButton>
          )}
        </Group>
      </Stack>
      <PageCareDialog
        page={page}
        list={list}
        opened={asked === "care"}
        onClose={() => ask(null)}
        onDone={() => changed("Đã ghi.")}
      />
      <SuccessorDialog
        page={page}
        opened={asked === "successor"}
        onClose={() => ask(null)}
        onDone={() => changed("Đã ghi trang thay thế.")}
      />
    </Paper>
  );
}
