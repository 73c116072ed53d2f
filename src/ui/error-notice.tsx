import { Alert, Button, Code, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { explainError } from "./api-error.ts";

/** A notice that is brought into view when it appears: on a phone it may stand above what was just pressed. */
function SeenAlert({ title, cause, children }: { title: string; cause: unknown; children?: ReactNode }) {
  const notice = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cause is shown anew, also in the same words.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to end an effect.
    notice.current?.scrollIntoView({ block: "nearest" });
  }, [cause]);
  return (
    <Alert ref={notice} color="red" variant="light" role="alert" icon={<IconAlertTriangle />} title={title}>
      {children}
    </Alert>
  );
}

/** Why a form was not sent yet, in one sentence; `tries` counts the presses, so that each shows it again. */
export function NotSentNotice({ why, tries }: { why: string | null; tries: number }) {
  return why === null ? null : <SeenAlert title={why} cause={tries} />;
}

/**
 * A failure told in words: what happened, what was kept, what to do. Shows nothing without an error; `retry` is
 * offered only where calling again is safe.
 */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, advice, code, mayRetry, issues: all } = explainError(error);
  const issues = all.filter(({ message }) => message !== title);
  return (
    <SeenAlert title={title} cause={error}>
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
    </SeenAlert>
  );
}
