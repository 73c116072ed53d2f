import { Button, List, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { api } from "../api.ts";

/** Whether the places outside that a text links to still answer; asked only by this button. */
export function LinksOutside({ id, beforeAct }: { id: string; beforeAct: () => Promise<boolean> }) {
  const ask = useMutation({
    mutationFn: async () => ((await beforeAct()) ? api.newsroom.askLinks.call({ id }) : null),
  });
  const answers = ask.data?.answers;
  return (
    <Stack gap="xs" align="flex-start">
      <Button size="xs" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        Kiểm tra liên kết ra ngoài
      </Button>
      <ErrorNotice error={ask.error} />
      {answers && (
        <div role="status">
          {answers.length === 0 ? (
            <Text size="sm">Bài không dẫn ra ngoài.</Text>
          ) : (
            <List size="sm">
              {answers.map(({ href, fine, words }) => (
                <List.Item key={href} style={{ overflowWrap: "anywhere" }}>
                  {fine ? "" : "Hỏng: "}
                  {href}: {words}
                </List.Item>
              ))}
            </List>
          )}
        </div>
      )}
    </Stack>
  );
}
