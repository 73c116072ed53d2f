import { Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { versionInWords } from "../../versions/difference-words.ts";
import { api, type PlanView } from "../api.ts";

/** Where the list of what a version changed is downloaded. */
const differencesAddress = (planId: string, version: number, format: "docx" | "xlsx"): string =>
  `/api/plans/${planId}/versions/${version}/differences/${format}`;

export function DifferenceFiles({ planId, version }: { planId: string; version: number }) {
  return (
    <>
      {(["docx", "xlsx"] as const).map((format) => (
        <Anchor key={format} size="sm" py={4} href={differencesAddress(planId, version, format)} download>
          Tải bảng so sánh (.{format})
        </Anchor>
      ))}
    </>
  );
}

/** All versions of a plan: since when each holds, why it was made, by which document, and what it changed. */
export function VersionList({ plan }: { plan: PlanView }) {
  const found = useQuery(api.plan.versions.queryOptions({ input: { id: plan.id } }));
  return (
    <Asked query={found}>
      {({ versions }) => (
        <Stack>
          <Text size="sm" maw="46rem">
            Khi kế hoạch được sửa đổi giữa năm, hãy đọc tệp mới ở trang Kế hoạch rồi chọn “So với bản đang
            có”. Bản cũ luôn đọc lại được.
          </Text>
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
            {versions.map((row) => (
              <Paper key={row.version} component="li" withBorder p="sm">
                <Stack gap={4}>
                  <Group gap="sm">
                    <Title order={3} size="h5">
                      {versionInWords(row)}
                    </Title>
                    {row.isCurrent && <StateBadge tone="done" word="Đang áp dụng" />}
                  </Group>
                  {row.decision && (
                    <Text size="sm">
                      Theo văn bản số {row.decision.number}
                      {row.decision.issuedOn && ` ngày ${formatDate(row.decision.issuedOn)}`}.
                    </Text>
                  )}
                  {row.reason && <Text size="sm">Lý do: {row.reason}</Text>}
                  <Text size="sm" c="gray.7">
                    Ghi lúc <MomentText at={row.madeAt} />
                    {row.madeBy && `, ${row.madeBy}`}
                  </Text>
                  <Group gap="md">
                    <LinkText
                      to="/ke-hoach/$id/ban/$version"
                      params={{ id: plan.id, version: String(row.version) } as never}
                      size="sm"
                      py={4}
                    >
                      {row.version === 1 ? "Đọc bản này" : "Đọc bản này và xem thay đổi"}
                    </LinkText>
                    {row.version > 1 && <DifferenceFiles planId={plan.id} version={row.version} />}
                  </Group>
                </Stack>
              </Paper>
            ))}
          </Stack>
        </Stack>
      )}
    </Asked>
  );
}
