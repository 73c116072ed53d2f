import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Asked } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PostingHours, type PostingScope } from "../api.ts";
import { PastPart } from "./past-part.tsx";
import { QuietPart } from "./quiet-part.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { isWhole, ruleInWords } from "./rule-values.ts";

const keyOf = ({ network, accountId }: PostingScope) => accountId ?? network ?? "";

const hasOwn = ({ own }: PostingScope) => Object.values(own).some((value) => value !== null);

/** When may be posted: what holds for the agency, each network and each account, and the days on which nothing is. */
export default function PostingHoursPage() {
  const queries = useQueryClient();
  const found = useQuery(api.channels.postingHours.queryOptions());
  const [changing, change] = useState<PostingScope | null>(null);
  const keep = (hours: PostingHours) => {
    queries.setQueryData(api.channels.postingHours.queryKey(), hours);
    void queries.invalidateQueries({ queryKey: api.channels.checkPostingTime.key() });
    void queries.invalidateQueries({ queryKey: api.channels.deliveries.key() });
  };
  return (
    <Page
      title="Giờ đăng"
      crumbs={[{ label: "Tài khoản chính thức", to: "/kenh" }]}
      lead="Giờ tốt để đăng, giờ không đăng, mỗi ngày mấy bài, hai bài cách nhau bao lâu. Khi hẹn giờ, vướng chỗ nào được báo ngay."
    >
      <Asked query={found}>
        {(hours) => (
          <>
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              {hours.scopes.map((scope) => (
                <ScopeCard
                  key={keyOf(scope)}
                  scope={scope}
                  onChange={hours.may.setHours?.allowed ? () => change(scope) : null}
                />
              ))}
            </SimpleGrid>
            <QuietPart hours={hours} keep={keep} />
            <PastPart past={hours.past} fewest={hours.fewest} />
          </>
        )}
      </Asked>
      {changing && (
        <RuleDialog
          key={keyOf(changing)}
          scope={changing}
          onClose={() => change(null)}
          onDone={(hours) => {
            keep(hours);
            sayDone("Đã ghi giờ đăng.");
          }}
        />
      )}
    </Page>
  );
}

/** What holds for one of them, and whether it is its own. */
function ScopeCard({ scope, onChange }: { scope: PostingScope; onChange: (() => void) | null }) {
  const { label, holds } = scope;
  return (
    <Paper withBorder p="md" component="article">
      <Stack gap={6}>
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={2} size="h4" flex="1 1 10rem" style={{ overflowWrap: "anywhere" }}>
            {label}
          </Title>
          {onChange && (
            <Button size="xs" variant="default" onClick={onChange} aria-label={`Sửa giờ đăng: ${label}`}>
              Sửa
            </Button>
          )}
        </Group>
        {!isWhole(scope) && (
          <Text size="xs" c="gray.7">
            {hasOwn(scope) ? "Có phần đặt riêng" : "Theo quy định chung"}
          </Text>
        )}
        {(isWhole(scope) || hasOwn(scope) ? ruleInWords(holds) : []).map(({ name, words }) => (
          <Text key={name} size="sm">
            <strong>{name}:</strong> {words}
          </Text>
        ))}
      </Stack>
    </Paper>
  );
}
