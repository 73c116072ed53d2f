import { Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";

/** What the frozen figures show as lacking; each is noted once, one by one or all together. */
export function FindingsPanel({ id }: { id: string }) {
  const queries = useQueryClient();
  const found = useQuery(api.reports.findings.queryOptions({ input: { id } }));
  const note = useMutation({
    mutationFn: (causes: string[]) => api.reports.noteFindings.call({ id, causes }),
    onSuccess: (answer) => {
      queries.setQueryData(api.reports.findings.queryKey({ input: { id } }), answer);
      void queries.invalidateQueries({ queryKey: api.plan.shortcomings.key() });
      sayDone("Đã ghi vào sổ theo dõi tồn tại; đơn vị được báo.");
    },
  });
  return (
    <Stack component="section" aria-labelledby="ton-tai" gap="sm">
      <Title order={2} id="ton-tai">
        Tồn tại số liệu cho thấy
      </Title>
      <Asked query={found}>
        {({ findings, mayNote }) => {
          const open = findings.filter(({ notedAs }) => notedAs === null);
          return (
            <>
              <Text size="sm">
                {findings.length === 0
                  ? "Mọi nhiệm vụ phải có kết quả trong kỳ đều đã có minh chứng."
                  : `${findings.length} nhiệm vụ chưa có minh chứng hoặc quá hạn, ${findings.length - open.length} đã ghi vào `}
                {findings.length > 0 && (
                  <LinkText to="/ton-tai" underline="always">
                    sổ theo dõi tồn tại, hạn chế
                  </LinkText>
                )}
                {findings.length > 0 && "."}
              </Text>
              {note.error && <ErrorNotice error={note.error} />}
              {mayNote && open.length > 0 && (
                <Group>
                  <Button
                    loading={note.isPending}
                    onClick={() => note.mutate(open.map(({ cause }) => cause))}
                  >
                    Ghi tất cả {open.length} tồn tại để theo dõi
                  </Button>
                </Group>
              )}
              {findings.length > 0 && (
                <List size="sm" spacing={6}>
                  {findings.map(({ cause, what, unitName, notedAs }) => (
                    <List.Item key={cause}>
                      {what} ({unitName ?? "các đơn vị"}){" "}
                      {notedAs !== null ? (
                        <Text span c="gray.7">
                          Đã ghi
                        </Text>
                      ) : (
                        mayNote && (
                          <Button
                            size="compact-sm"
                            variant="default"
                            disabled={note.isPending}
                            aria-label={`Ghi tồn tại: ${what}`}
                            onClick={() => note.mutate([cause])}
                          >
                            Ghi tồn tại
                          </Button>
                        )
                      )}
                    </List.Item>
                  ))}
                </List>
              )}
            </>
          );
        }}
      </Asked>
    </Stack>
  );
}
