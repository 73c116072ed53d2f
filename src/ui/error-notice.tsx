import { Alert, Button, Code, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { explainError } from "./api-error.ts";

/**
 * A failure told in words: what happened, what was kept, what to do. Shows nothing without an error; `retry` is
 * offered only where calling again is safe.
 */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, advice, code, mayRetry, issues: all } = explainError(error);
  const issues = all.filter(({ message }) => message !== title);
  return (
    <Alert color="red" variant="light" role="alert" icon={<IconAlertTriangle />} title={title}>
      <Stack gap="xs" align="flex-start">
        {issues.length > 0 && (
          <List size="sm">
            {issues.map(({ field, message }) => (
              <List.Item key={`${field} ${message}`}>{message}</List.Item>
            ))}
          </List>
        )}
        <Text size="sm">{advice}</Text>
        {code && (
          <Text size="sm">
            Mã để báo người quản trị: <Code>{code}</Code>
          </Text>
        )}
        {retry && mayRetry && (
          <Button size="xs" variant="default" onClick={retry}>
            Thử lại
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
