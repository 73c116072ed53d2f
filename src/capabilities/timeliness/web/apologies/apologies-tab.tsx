import { List, Paper, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type Apology, api } from "../api.ts";
import { ApologyActs } from "./apology-acts.tsx";
import { RulePart } from "./rule-part.tsx";

const states: Record<Apology["state"], { word: string; tone: StateTone }> = {
  draft: { word: "Chờ duyệt", tone: "waiting" },
  approved: { word: "Đã duyệt, chưa gửi", tone: "approved" },
  sent: { word: "Đã gửi", tone: "done" },
  withdrawn: { word: "Đã rút", tone: "withdrawn" },
};

/** The register of apologies, and the rule that they follow. */
export function ApologiesTab() {
  const found = useQuery(api.timeliness.apologies.queryOptions());
  return (
    <Stack gap="lg">
      <Asked query={found}>
        {({ apologies }) =>
          apologies.length === 0 ? (
            <EmptyState
              title="Chưa có thư xin lỗi nào"
              why="Thư được soạn từ sổ hồ sơ trễ hạn, lãnh đạo duyệt, gửi người nộp rồi công khai không nêu tên ai."
              action={
                <LinkButton to="/tien-do-ho-so" search={{ the: "tre-han" }}>
                  Xem hồ sơ trễ hạn
                </LinkButton>
              }
            />
          ) : (
            <Stack
              component="ul"
              gap="sm"
              m={0}
              p={0}
              style={{ listStyle: "none" }}
              aria-label="Các thư xin lỗi"
            >
              {apologies.map((one) => (
                <ApologyCard key={one.id} one={one} />
              ))}
            </Stack>
          )
        }
      </Asked>
      <RulePart />
    </Stack>
  );
}

function Days({ one }: { one: Apology }) {
  return (
    <Text size="sm">
      {one.unit}. Tiếp nhận <DayText day={one.receivedOn} />, hẹn trả <DayText day={one.dueOn} />
      {one.newDueOn && (
        <>
          , hẹn lại <DayText day={one.newDueOn} />
        </>
      )}
      {one.finishedOn && (
        <>
          , có kết quả <DayText day={one.finishedOn} />
        </>
      )}
      .
    </Text>
  );
}

function ApologyCard({ one }: { one: Apology }) {
  const { word, tone } = states[one.state];
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap={6} align="flex-start">
        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
          Hồ sơ {one.code}: {one.procedureName}
        </Text>
        <StateBadge tone={tone} word={word} />
        <Days one={one} />
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {one.reason}. {one.explanation}
        </Text>
        <Text size="sm" c="gray.7">
          {one.draftedByName} soạn lúc <MomentText at={one.draftedAt} />
          {one.approvedByName && `; ${one.approvedByName} duyệt`}
          {one.sentOn && (
            <>
              ; gửi <DayText day={one.sentOn} /> ({one.sentHow})
            </>
          )}
          {one.publishedAt && (
            <>
              ; công khai lúc <MomentText at={one.publishedAt} />
            </>
          )}
          {one.publicUntil && !one.removedAt && (
            <>
              , đến hết <DayText day={one.publicUntil} />
            </>
          )}
          {one.removedAt && (
            <>
              ; gỡ khỏi cổng lúc <MomentText at={one.removedAt} />, vì: {one.removalReason}
            </>
          )}
          {one.withdrawnReason && `; rút vì: ${one.withdrawnReason}`}
        </Text>
        {one.faults.length > 0 && (
          <List size="sm" c="red.9">
            {one.faults.map((fault) => (
              <List.Item key={fault}>{fault}</List.Item>
            ))}
          </List>
        )}
        <ApologyActs one={one} />
      </Stack>
    </Paper>
  );
}
