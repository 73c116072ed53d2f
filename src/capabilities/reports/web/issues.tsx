import { Alert, List } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import type { ReportView } from "./api.ts";

/** What is still missing before a second person can review; nothing when nothing is. */
export function Issues({ issues }: { issues: ReportView["issues"] }) {
  if (issues.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconInfoCircle />} title="Trước khi soát, báo cáo còn cần">
      <List size="sm">
        {issues.map(({ field, message }) => (
          <List.Item key={`${field} ${message}`}>{message}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
