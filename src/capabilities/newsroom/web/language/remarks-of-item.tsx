import { Paper, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api.ts";
import { DismissedWords, KindBadge, RemarkGroups, shortened, WhereSaid } from "./remark-groups.tsx";
import classes from "./remarks.module.css";

/** Remarks on the text that waits for a decision, judged by the server, and what its writers set aside and why. */
export function RemarksOfItem({ id }: { id: string }) {
  const found = useQuery(api.newsroom.remarks.queryOptions({ input: { id }, staleTime: 0 }));
  if (!found.data) return null;
  const { remarks, more } = found.data;
  if (remarks.length === 0) return null;
  const open = remarks.filter(({ dismissal }) => dismissal === null);
  const aside = remarks.flatMap(({ dismissal }) => (dismissal ? [dismissal] : []));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="language-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="language-title">
          Chữ nghĩa
        </Title>
        <Text size="sm">
          {open.length === 0
            ? "Mọi nhận xét đã được người viết trả lời."
            : `Còn ${open.length + more} chỗ người viết chưa sửa và chưa trả lời.`}
        </Text>
        <RemarkGroups
          remarks={open}
          dismissals={aside}
          card={({ kind, key, field, where, passage, why }) => (
            <Stack gap={4} key={key} className={classes.card}>
              <div>
                <KindBadge kind={kind} />
              </div>
              <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
                “{shortened(passage)}”{field !== "body" && <WhereSaid where={where} />}
              </Text>
              <Text size="sm">{why}</Text>
            </Stack>
          )}
          dismissedCard={(dismissal) => (
            <div key={dismissal.key} className={classes.card}>
              <DismissedWords dismissal={dismissal} />
            </div>
          )}
        />
      </Stack>
    </Paper>
  );
}
