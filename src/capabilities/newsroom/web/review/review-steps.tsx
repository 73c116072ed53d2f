import { Box, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useId } from "react";
import { MomentText, waitedSince } from "#ui/date-text.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { capacityInWords } from "../../review/review.ts";
import type { Item } from "../api.ts";

type Step = NonNullable<Item["review"]>["steps"][number];

function State({ step, over }: { step: Step; over: boolean }) {
  if (step.decision?.outcome === "approved") return <StateBadge tone="approved" word="Đã duyệt" />;
  if (step.decision?.outcome === "refused") return <StateBadge tone="failed" word="Không duyệt" />;
  if (step.decision) return <StateBadge tone="returned" word="Trả lại" />;
  if (over) return <StateBadge tone="none" word="Không tới" />;
  return step.open ? (
    <StateBadge tone="waiting" word="Đang chờ" />
  ) : (
    <StateBadge tone="ahead" word="Chưa đến" />
  );
}

const outcomes = {
  approved: null,
  returned: "Bài đã được trả lại để sửa.",
  refused: "Bài không được duyệt.",
  recalled: "Người soạn đã rút lại.",
  revoked: "Bài được sửa sau khi duyệt nên mọi lượt duyệt dưới đây không còn giá trị.",
  urgent: "Bài được đăng khẩn, không chờ hết các bước.",
} as const;

/** So many are named where any of them may decide. */
const NAMED = 6;

/** "A", "A hoặc B", "A, B hoặc 5 người khác": one of them is enough. */
function anyOf(names: string[]): string {
  const named = names.length > NAMED ? names.slice(0, NAMED - 1) : names.slice(0, -1);
  const last = names.length > NAMED ? `${names.length - named.length} người khác` : names.at(-1);
  return named.length === 0 ? String(last) : `${named.join(", ")} hoặc ${last}`;
}

/** The newest submission step by step: whose turn it is and since when, who decided, in whose name. */
export function ReviewSteps({ review, of }: { review: Item["review"]; of?: string }) {
  const heading = useId();
  if (!review) return null;
  const over = review.outcome ? outcomes[review.outcome] : null;
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      {...(of ? { "aria-label": `Các bước duyệt “${of}”` } : { "aria-labelledby": heading })}
    >
      <Title order={2} size="h4" id={heading} mb="xs">
        Các bước duyệt
      </Title>
      <Text size="sm" c="gray.7">
        Quy trình: {review.routeName}
      </Text>
      {over && <Text size="sm">{over}</Text>}
      <Stack component="ol" gap="sm" mt="sm" pl="md" m={0}>
        {review.steps.map((step) => (
          <li key={step.position}>
            <Group gap="xs">
              <Text fw={600}>{step.name}</Text>
              <State step={step} over={review.outcome !== null} />
            </Group>
            <Box fz="sm">
              {step.decision ? (
                <>
                  <Text size="sm">
                    {step.decision.personName}, <MomentText at={step.decision.at} />
                  </Text>
                  <Text size="sm">{capacityInWords(step.decision.inTheNameOf, step.decision.capacity)}</Text>
                  {step.decision.reason && <Text size="sm">“{step.decision.reason}”</Text>}
                </>
              ) : (
                <>
                  <Text size="sm" c="gray.7">
                    Người quyết định: {step.who}
                  </Text>
                  {step.open && step.since && (
                    <Text size="sm">
                      Chờ từ <MomentText at={step.since} /> ({waitedSince(step.since)})
                      {step.dueAt && (
                        <>
                          , hạn <MomentText at={step.dueAt} />
                        </>
                      )}
                    </Text>
                  )}
                  {step.open && (
                    <Text size="sm">
                      {step.waitingFor.length > 0
                        ? `Đang chờ: ${anyOf(step.waitingFor)}.`
                        : "Chưa có ai quyết định được bước này: người soạn không tự duyệt. Nhờ quản trị giao vai trò hoặc sửa quy trình, rồi rút lại và gửi duyệt lại."}
                    </Text>
                  )}
                </>
              )}
            </Box>
          </li>
        ))}
      </Stack>
    </Paper>
  );
}
