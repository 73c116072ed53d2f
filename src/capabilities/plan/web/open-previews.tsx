import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MomentText } from "#ui/date-text.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { api } from "./api.ts";

/** Documents that were read and wait for somebody to confirm them; nothing begun is lost with a closed tab. */
export function OpenPreviews() {
  const found = useQuery(api.plan.listImports.queryOptions());
  if (!found.data || found.data.imports.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="cho-xac-nhan">
      <Title order={2} size="h4" id="cho-xac-nhan">
        Bản xem trước chưa xác nhận ({found.data.imports.length})
      </Title>
      {found.data.imports.map(({ id, title, fileName, personName, createdAt, correctedAt }) => (
        <Paper key={id} withBorder p="sm" component="article">
          <Group justify="space-between" gap="xs">
            <LinkText to="/ke-hoach/xem-truoc/$id" params={{ id }} fw={600}>
              {title ?? fileName}
            </LinkText>
            <StateBadge tone="waiting" word="Chờ xác nhận" />
          </Group>
          <Text size="sm" c="gray.7">
            {fileName} · {personName ?? "không rõ ai"} đọc vào <MomentText at={createdAt} />
            {correctedAt && (
              <>
                {" "}
                · sửa gần nhất <MomentText at={correctedAt} />
              </>
            )}
          </Text>
        </Paper>
      ))}
    </Stack>
  );
}
