import { Alert, Box, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { themeLabel } from "#plan/contract";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton, useGo, useParam } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone } from "#ui/undo.tsx";
import { nameInWords } from "../review/review.ts";
import { api, type Item } from "./api.ts";
import { PraisedHere } from "./commendations/praised-here.tsx";
import { AskedFor } from "./comments/asked-for.tsx";
import { Comments, useComments } from "./comments/comments.tsx";
import { ContentStateBadge } from "./content-state.tsx";
import { TipsBehind } from "./intake/tips-behind.tsx";
import { ItemLinks } from "./item-links.tsx";
import { RemarksOfItem } from "./language/remarks-of-item.tsx";
import { OutsideChecks } from "./outside-checks/outside-checks.tsx";
import { useNextToDecide, useSeen } from "./review/go-on-deciding.ts";
import { useJustOpened } from "./review/just-opened.ts";
import { refusals } from "./review/refusals.ts";
import { ReviewSteps } from "./review/review-steps.tsx";
import { ReviewTogether } from "./review/review-together.tsx";
import { TextTabs } from "./review/text-tabs.tsx";
import classes from "./review.module.css";
import { SimilarToItem } from "./similar/similar-items.tsx";

const quickReasons = ["Bổ sung nguồn số liệu", "Rút ngắn tiêu đề", "Sửa lỗi chính tả", "Bổ sung ảnh"];

/** Preview, what changed, checks, then the decision under the thumb. Always loads the newest text. */
export default function ReviewPage() {
  const id = useParam("id");
  const item = useQuery(
    api.newsroom.get.queryOptions({ input: { id }, staleTime: 0, refetchOnMount: "always" }),
  );
  return (
    <Asked query={item}>
      {(found) =>
        found.together?.sent ? (
          <ReviewTogether key={id} id={id} together={found.together} />
        ) : (
          <Review key={found.current.id} item={found} />
        )
      }
    </Asked>
  );
}

function Review({ item }: { item: Item }) {
  const go = useGo();
  const next = useNextToDecide();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"return" | "refuse" | null>(null);
  const { id, may } = item;
  const text = useRef<HTMLDivElement>(null);
  const comments = useComments(id);
  const open = (comments.data?.comments ?? []).filter(({ settledAt }) => settledAt === null);
  const [left, setLeft] = useState<string[]>([]);
  const askedFor = open.map((comment) => comment.id).filter((one) => !left.includes(one));
  const exact = { id, revisionId: item.current.id, hash: item.current.hash };
  // One sending of one decision: sent again on a bad line it decides nothing more.
  const [decisionId] = useState(newId);
  const decision = { decisionId, authorityId: item.signsAs?.authorityId ?? null };
  const correction = item.corrections.find(({ decidedAt }) => decidedAt === null) ?? null;
  const decided = (message: (saved: Item) => string) => async (saved: Item) => {
    queries.setQueryData(api.newsroom.get.queryKey({ input: { id } }), saved);
    sayDone(message(saved));
    setAsking(null);
    // None left: to what can be done with this one, or back to one's work.
    if (await next([id])) return;
    if (saved.may.schedule?.allowed) go(`/noi-dung/${id}`);
    else go("/");
  };
  const approve = useMutation(
    api.newsroom.approve.mutationOptions({
      onSuccess: decided(({ turn }) =>
        turn && item.turn
          ? `Đã duyệt bước ${item.turn.position}/${item.turn.of}: ${item.turn.name}. Tiếp theo: ${turn.name}.`
          : "Đã duyệt.",
      ),
    }),
  );
  const sendBack = useMutation(
    api.newsroom.return.mutationOptions({ onSuccess: decided(() => "Đã trả lại để sửa.") }),
  );
  const refuse = useMutation(
    api.newsroom.refuse.mutationOptions({ onSuccess: decided(() => "Đã ghi không duyệt.") }),
  );
  const decide = useMutation(
    api.newsroom.decideCorrection.mutationOptions({ onSuccess: decided(() => "Đã quyết định đính chính.") }),
  );
  useSeen(item);
  const isNew = useJustOpened();
  const verb = correction ? "decideCorrection" : "approve";
  const yes = () =>
    correction ? decide.mutate({ ...exact, accepted: true }) : approve.mutate({ ...exact, ...decision });
  useShortcuts([{ keys: "a", label: "Duyệt", run: () => !isNew && may[verb]?.allowed && yes() }]);
  const waiting = item.state === "submitted" || correction !== null;
  return (
    <Page
      title={`${correction ? "Duyệt bản sửa" : "Duyệt"}: ${item.title || "bài chưa có tiêu đề"}`}
      crumbs={[
        { label: "Tin, bài", to: "/noi-dung" },
        { label: "Nội dung", to: `/noi-dung/${id}` },
      ]}
      lead={
        <Group gap="sm">
          <ContentStateBadge item={item} />
          <Text span size="sm">
            {item.kindLabel} · {item.unitName} · bản {item.current.number} của {item.current.authorName}
            {item.primaryTheme && ` · ${themeLabel(item.primaryTheme)}`}
          </Text>
        </Group>
      }
    >
      {correction && (
        <Alert color="yellow" title={`${correction.proposedByName} đề nghị đính chính`}>
          {correction.note}
        </Alert>
      )}
      <TextTabs item={item} text={text} first={correction ? "khac" : "xem"} />
      <Comments
        id={id}
        text={text}
        seen={async () => item.current.id}
        settledFirst={item.history.some(({ event }) => event === "return")}
      />
      <OutsideChecks item={item} seen={async () => item.current.id} />
      <SimilarToItem id={id} />
      <RemarksOfItem id={id} />
      <Paper withBorder p="md" component="section" aria-labelledby="gan-voi">
        <Title order={2} size="h4" id="gan-voi" mb="xs">
          Gắn với kế hoạch
        </Title>
        <ItemLinks links={item.links} mustLink={item.mustLink} />
      </Paper>
      <TipsBehind itemId={id} />
      <PraisedHere item={item} />
      {item.embargoUntil && (
        <Alert color="yellow" title="Không đăng trước giờ">
          Sau khi duyệt, bài chỉ đăng được từ <MomentText at={item.embargoUntil} />.
        </Alert>
      )}
      <ReviewSteps review={item.review} />
      {waiting && item.signsAs && (
        <Alert color="blue" title="Bạn quyết định nhân danh">
          {nameInWords(item.signsAs)}
        </Alert>
      )}
      <Text size="xs" c="gray.7">
        Bạn duyệt đúng bản {item.current.number}, mã {item.current.hash.slice(0, 12)}. Nếu có ai sửa sau lúc
        bạn mở, lượt duyệt sẽ không được nhận.
      </Text>
      <ErrorNotice
        error={approve.error ?? decide.error}
        retry={() => void queries.invalidateQueries({ queryKey: api.newsroom.get.key() })}
      />
      {waiting ? (
        <Box className={classes.decision}>
          <Stack gap="xs">
            <Group grow preventGrowOverflow={false} align="flex-start" maw="36rem">
              <MayButton
                may={may}
                verb={verb}
                size="md"
                loading={approve.isPending || decide.isPending}
                data-disabled={isNew || undefined}
                aria-disabled={isNew || undefined}
                onClick={() => !isNew && yes()}
              >
                Duyệt
              </MayButton>
              <MayButton
                may={may}
                verb={correction ? "decideCorrection" : "return"}
                size="md"
                variant="default"
                hideReason
                onClick={() => setAsking("return")}
              >
                {correction ? "Không đồng ý" : "Yêu cầu sửa"}
              </MayButton>
            </Group>
            {!correction && may.refuse?.allowed && (
              <Button
                size="compact-sm"
                variant="subtle"
                color="red"
                w="fit-content"
                onClick={() => setAsking("refuse")}
              >
                Không duyệt…
              </Button>
            )}
          </Stack>
        </Box>
      ) : (
        <Group>
          <Text>Nội dung này không chờ duyệt.</Text>
          <LinkButton to="/noi-dung/$id" params={{ id }} variant="default">
            Mở nội dung
          </LinkButton>
          <Button component="a" href="/workspace/" variant="subtle">
            Về việc của tôi
          </Button>
        </Group>
      )}
      <Confirm
        opened={asking === "return"}
        onClose={() => setAsking(null)}
        title={correction ? "Không đồng ý đính chính" : "Yêu cầu sửa"}
        verb={correction ? "Không đồng ý" : "Trả lại"}
        reasonLabel="Điều cần sửa"
        quickReasons={askedFor.length > 0 ? ["Sửa theo các nhận xét", ...quickReasons] : quickReasons}
        pending={sendBack.isPending || decide.isPending}
        error={sendBack.error ?? decide.error}
        onConfirm={(reason) =>
          correction
            ? decide.mutate({ ...exact, accepted: false, reason })
            : sendBack.mutate({ id, reason, commentIds: askedFor, ...decision })
        }
      >
        Người soạn sẽ nhận được lời nhắn này.
        {!correction && <AskedFor comments={open} left={left} onLeave={setLeft} />}
      </Confirm>
      <Confirm
        opened={asking === "refuse"}
        onClose={() => setAsking(null)}
        title="Không duyệt bài này"
        verb="Không duyệt"
        reasonLabel="Vì sao không duyệt"
        quickReasons={refusals}
        pending={refuse.isPending}
        error={refuse.error}
        onConfirm={(reason) => refuse.mutate({ id, reason, ...decision })}
      >
        Bài dừng ở đây, không đi tiếp các bước còn lại và không sửa được nữa; người soạn đọc được lý do và có
        thể viết lại thành một bài mới. Nếu bài chỉ cần sửa thì chọn “Yêu cầu sửa”.
      </Confirm>
    </Page>
  );
}
