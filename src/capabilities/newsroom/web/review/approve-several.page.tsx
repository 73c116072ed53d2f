import {
  Alert,
  Badge,
  Button,
  Checkbox,
  Collapse,
  Group,
  List,
  Paper,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { api } from "../api.ts";
import { LimitedBadge } from "../readers/limited-mark.tsx";
import { TextView } from "../text-view.tsx";

type Waiting = Awaited<ReturnType<typeof api.newsroom.severalToApprove.call>>["items"][number];
type Results = Awaited<ReturnType<typeof api.newsroom.approveSeveral.call>>["results"];

/** Texts of kinds with little risk: each is opened here or said not to have been, each is an approval of its own. */
export default function ApproveSeveralPage() {
  const waiting = useQuery(
    api.newsroom.severalToApprove.queryOptions({ staleTime: 0, refetchOnMount: "always" }),
  );
  const [results, setResults] = useState<Results>([]);
  return (
    <Page
      title="Duyệt nhiều bài một lượt"
      crumbs={[{ label: "Việc của tôi", to: "/" }]}
      lead={waiting.data && `Chỉ gồm loại ít rủi ro: ${waiting.data.kinds.join(", ")}.`}
    >
      <Outcome results={results} />
      <Asked query={waiting}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title="Không còn bài nào chờ bạn ở đây"
              why="Các loại khác phải mở và duyệt từng bài, trong “Việc của tôi”."
              action={
                <LinkButton to="/" variant="default">
                  Về việc của tôi
                </LinkButton>
              }
            />
          ) : (
            <Choice items={items} onDone={setResults} />
          )
        }
      </Asked>
    </Page>
  );
}

function Outcome({ results }: { results: Results }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (results.length > 0) heading.current?.focus();
  }, [results]);
  if (results.length === 0) return null;
  const failed = results.filter(({ approved }) => !approved);
  const done = results.length - failed.length;
  return (
    <Alert color={failed.length > 0 ? "orange" : "green"}>
      <Title order={2} size="h4" ref={heading} tabIndex={-1}>
        Đã duyệt {done} bài{failed.length > 0 && `, ${failed.length} bài chưa duyệt được`}
      </Title>
      <List size="sm">
        {failed.map(({ id, title, why }) => (
          <List.Item key={id}>
            <LinkText to="/noi-dung/$id/duyet" params={{ id }}>
              {title || "Bài chưa có tiêu đề"}
            </LinkText>
            : {why}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Choice({ items, onDone }: { items: Waiting[]; onDone: (results: Results) => void }) {
  const queries = useQueryClient();
  const [left, setLeft] = useState<string[]>([]);
  // One decision for each text: sent again on a bad line it decides nothing more.
  const decisions = useRef(new Map<string, string>());
  const decisionOf = (revisionId: string) => {
    const known = decisions.current.get(revisionId) ?? newId();
    decisions.current.set(revisionId, known);
    return known;
  };
  const approve = useMutation(
    api.newsroom.approveSeveral.mutationOptions({
      onSuccess: async ({ results }) => {
        onDone(results);
        void queries.invalidateQueries({ queryKey: api.newsroom.myWork.key() });
        await queries.invalidateQueries({ queryKey: api.newsroom.severalToApprove.key() });
      },
    }),
  );
  const chosen = items.filter(({ id }) => !left.includes(id));
  const unseen = chosen.filter(({ seen }) => !seen).length;
  return (
    <Stack>
      {items.map((item) => (
        <One
          key={item.id}
          item={item}
          chosen={!left.includes(item.id)}
          onChoose={(taken) =>
            setLeft((ids) => (taken ? ids.filter((id) => id !== item.id) : [...ids, item.id]))
          }
        />
      ))}
      {unseen > 0 && (
        <Text size="sm" role="status">
          {unseen} bài bạn chưa mở xem; lượt duyệt và phiếu duyệt của các bài ấy sẽ ghi “chưa mở xem bản này”.
        </Text>
      )}
      <ErrorNotice error={approve.error} />
      <Button
        w="fit-content"
        disabled={chosen.length === 0}
        loading={approve.isPending}
        onClick={() =>
          approve.mutate({
            approvals: chosen.map(({ id, revisionId, hash, authorityId }) => ({
              id,
              revisionId,
              hash,
              authorityId,
              decisionId: decisionOf(revisionId),
            })),
          })
        }
      >
        Duyệt {chosen.length} bài
      </Button>
    </Stack>
  );
}

function One({
  item,
  chosen,
  onChoose,
}: {
  item: Waiting;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}) {
  const queries = useQueryClient();
  const { id, title, revisionId, seen, missing, inTheNameOf } = item;
  const [opened, setOpened] = useState(false);
  const see = useMutation(
    api.newsroom.seeContent.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.newsroom.severalToApprove.key() }),
    }),
  );
  const text = useQuery(
    api.newsroom.get.queryOptions({ input: { id }, staleTime: 0, enabled: opened, refetchOnMount: "always" }),
  );
  const shown = text.data?.current.id === revisionId;
  const { mutate: tell } = see;
  useEffect(() => {
    if (opened && shown && !seen) tell({ id, revisionId });
  }, [opened, shown, seen, tell, id, revisionId]);
  return (
    <Paper withBorder p="md" component="article" aria-label={title}>
      <Stack gap="xs">
        <Checkbox
          checked={chosen}
          onChange={(event) => onChoose(event.currentTarget.checked)}
          label={title}
          description={`${item.kindLabel} · ${item.unitName} · bản ${item.number} của ${item.createdByName}`}
          styles={{ label: { fontWeight: 600, overflowWrap: "anywhere" } }}
        />
        <Group gap="xs">
          <Badge variant="light" tt="none" color={seen ? "green" : "yellow"}>
            {seen ? "Đã xem bản này" : "Chưa mở xem"}
          </Badge>
          {item.limited && <LimitedBadge />}
          <Text size="xs" c="gray.7">
            Gửi <MomentText at={item.submittedAt} />
          </Text>
        </Group>
        {missing.length > 0 && <Text size="sm">Trước khi đăng còn thiếu: {missing.join(" ")}</Text>}
        {inTheNameOf && <Text size="sm">Bạn quyết định nhân danh {inTheNameOf}</Text>}
        <Button
          variant="default"
          size="xs"
          w="fit-content"
          aria-expanded={opened}
          onClick={() => setOpened((was) => !was)}
        >
          {opened ? "Thu lại" : "Xem như trên cổng"}
        </Button>
        <Collapse expanded={opened}>
          {opened && (
            <Asked query={text}>
              {({ current }) =>
                current.id === revisionId ? (
                  <TextView {...current} />
                ) : (
                  <Text size="sm">Bài đã có bản mới hơn; hãy tải lại trang rồi xem bản ấy.</Text>
                )
              }
            </Asked>
          )}
        </Collapse>
      </Stack>
    </Paper>
  );
}
