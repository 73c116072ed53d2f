import { Blockquote, Button, Checkbox, Group, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { useShortcuts } from "#ui/shortcuts.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { CommentDialog } from "./comment-dialog.tsx";
import { CommentHere } from "./comment-here.tsx";
import {
  markedIn,
  markPassages,
  type Passage,
  paragraphsIn,
  showPassage,
  unmarkPassages,
} from "./passage.ts";
import "./comments.css";

type Comment = Awaited<ReturnType<typeof api.newsroom.comments.call>>["comments"][number];
type Shown = RefObject<HTMLElement | null>;

const SETTLE_MS = 400;
const PLACE = "nhan-xet";

export const useComments = (id: string) =>
  useQuery(api.newsroom.comments.queryOptions({ input: { id }, staleTime: 0, refetchOnMount: "always" }));

/** Every act answers with the comments as they are afterwards; the item beside them counts them. */
function useAnswered(id: string) {
  const queries = useQueryClient();
  return (answer: Awaited<ReturnType<typeof api.newsroom.comments.call>>) => {
    queries.setQueryData(api.newsroom.comments.queryKey({ input: { id } }), answer);
    const openComments = answer.comments.filter(({ settledAt }) => settledAt === null).length;
    queries.setQueryData(
      api.newsroom.get.queryKey({ input: { id } }),
      (item) => item && { ...item, openComments },
    );
    void queries.invalidateQueries({ queryKey: api.newsroom.listEntries.key() });
  };
}

/**
 * What the staff says about passages of the text shown in `text`, with answers; what is settled stands apart. `seen`
 * gives the text that is on the screen, saved before, or null where that did not work.
 */
export function Comments({
  id,
  text,
  seen,
  settledFirst = false,
}: {
  id: string;
  text: Shown;
  seen: () => Promise<string | null>;
  /** Shows what is settled from the beginning: whoever reads a text again looks what became of it. */
  settledFirst?: boolean;
}) {
  const found = useComments(id);
  const [settledToo, setSettledToo] = useState(settledFirst);
  const [asked, setAsked] = useState<{ passages: Passage[]; marked: boolean } | null>(null);
  const [opened, setOpened] = useState(false);
  const answered = useAnswered(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const may = found.data?.may;
  const mayComment = may?.comment?.allowed ?? false;
  const open = (passage: Passage | null) => {
    setAsked({
      passages: [...(passage ? [passage] : []), ...paragraphsIn(text.current)],
      marked: passage !== null,
    });
    setOpened(true);
  };
  useShortcuts([
    {
      keys: "mod+m",
      label: "Nhận xét đoạn đang chọn",
      run: () => mayComment && open(markedIn(text.current)?.passage ?? null),
    },
  ]);
  useMarks(text, found.data?.comments);
  const arrived = found.data !== undefined;
  useEffect(() => {
    if (!arrived || window.location.hash !== `#${PLACE}`) return;
    heading.current?.scrollIntoView({ block: "start" });
    heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={PLACE}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id={PLACE} ref={heading} tabIndex={-1} style={{ scrollMarginTop: 72 }}>
          Nhận xét
        </Title>
        <MayButton may={may} verb="comment" size="xs" variant="default" hideReason onClick={() => open(null)}>
          Viết nhận xét
        </MayButton>
      </Group>
      <Text size="sm" c="gray.7" mb="sm">
        {mayComment && "Chọn một đoạn trong bài rồi bấm “Nhận xét đoạn này” (Ctrl M). "}
        Chỉ người trong cơ quan đọc được; không bao giờ lên cổng.
      </Text>
      <Asked query={found}>
        {({ comments }) => {
          const settled = comments.filter(({ settledAt }) => settledAt !== null).length;
          const shown = comments.filter(({ settledAt }) => settledToo || settledAt === null);
          return (
            <Stack gap="sm">
              {comments.length === 0 && <Text size="sm">Chưa có nhận xét nào.</Text>}
              {comments.length > 0 && comments.length === settled && (
                <Text size="sm">Mọi nhận xét đã xong.</Text>
              )}
              {shown.map((comment) => (
                <OneComment
                  key={comment.id}
                  id={id}
                  comment={comment}
                  mayAnswer={mayComment}
                  text={text}
                  seen={seen}
                />
              ))}
              {settled > 0 && (
                <Checkbox
                  label={`Xem cả ${settled} nhận xét đã xong`}
                  checked={settledToo}
                  onChange={(event) => setSettledToo(event.currentTarget.checked)}
                />
              )}
            </Stack>
          );
        }}
      </Asked>
      {mayComment && !opened && <CommentHere text={text} onComment={open} />}
      {asked && (
        <CommentDialog
          opened={opened}
          onClose={() => setOpened(false)}
          {...asked}
          onSend={async ({ commentId, passage, body }) => {
            const revisionId = await seen();
            if (revisionId === null) {
              throw new Error("Bài chưa lưu được nên chưa gửi nhận xét; chữ bạn viết vẫn còn đây.");
            }
            answered(await api.newsroom.comment.call({ id, commentId, revisionId, body, ...passage }));
            sayDone("Đã gửi nhận xét.");
          }}
        />
      )}
    </Paper>
  );
}

/** Keeps the open comments' passages marked while the text is shown and written on. */
function useMarks(text: Shown, comments: Comment[] | undefined) {
  useEffect(() => {
    const root = text.current;
    const anchors = (comments ?? []).flatMap(({ quote, lead, tail, settledAt }) =>
      quote !== null && settledAt === null ? [{ quote, lead, tail }] : [],
    );
    if (!root || anchors.length === 0) {
      unmarkPassages();
      return;
    }
    markPassages(root, anchors);
    let timer: ReturnType<typeof setTimeout>;
    const changed = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => markPassages(root, anchors), SETTLE_MS);
    });
    changed.observe(root, { childList: true, characterData: true, subtree: true });
    return () => {
      clearTimeout(timer);
      changed.disconnect();
      unmarkPassages();
    };
  }, [text, comments]);
}

function OneComment({
  id,
  comment,
  mayAnswer,
  text,
  seen,
}: {
  id: string;
  comment: Comment;
  mayAnswer: boolean;
  text: Shown;
  seen: () => Promise<string | null>;
}) {
  const answered = useAnswered(id);
  const [answer, setAnswer] = useState<string | null>(null);
  const [answerId, setAnswerId] = useState(newId);
  const [lost, setLost] = useState(false);
  const { quote, passage, number, body, personName, at, settledAt, settledByName, askedByName } = comment;
  const reply = useMutation({
    mutationFn: async (said: string) =>
      api.newsroom.comment.call({
        id,
        commentId: answerId,
        revisionId: (await seen()) ?? "",
        parentId: comment.id,
        body: said,
      }),
    onSuccess: (after) => {
      setAnswer(null);
      setAnswerId(newId());
      answered(after);
    },
  });
  const settle = useMutation(api.newsroom.settleComment.mutationOptions({ onSuccess: answered }));
  return (
    <Paper component="article" withBorder p="sm" aria-label={`Nhận xét của ${personName}`}>
      <Stack gap="xs">
        {quote !== null && (
          <Blockquote p="xs" m={0} fz="sm" style={{ overflowWrap: "anywhere" }}>
            {quote}
          </Blockquote>
        )}
        <Group gap="xs">
          {askedByName && <StateBadge tone="returned" word="Yêu cầu sửa" />}
          {settledAt && <StateBadge tone="done" word="Đã xong" />}
          {passage === "changed" && <StateBadge tone="note" word="Đoạn này đã sửa" />}
          {passage === "gone" && <StateBadge tone="none" word="Đoạn này không còn trong bài" />}
        </Group>
        <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
          {body}
        </Text>
        <Text size="xs" c="gray.7">
          {personName}, <MomentText at={at} />, về {quote === null && "cả "}bản {number}
        </Text>
        {comment.replies.map((one) => (
          <Stack key={one.id} gap={2} pl="md">
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {one.body}
            </Text>
            <Text size="xs" c="gray.7">
              {one.personName}, <MomentText at={one.at} />
            </Text>
          </Stack>
        ))}
        {settledAt && (
          <Text size="xs" c="gray.7">
            {settledByName} đánh dấu đã xong, <MomentText at={settledAt} />
          </Text>
        )}
        {answer !== null && (
          <Textarea
            label={`Trả lời ${personName}`}
            autosize
            minRows={2}
            autoFocus
            value={answer}
            onChange={(event) => setAnswer(event.currentTarget.value)}
          />
        )}
        {lost && (
          <Text size="sm" role="status">
            Không thấy đoạn này trên màn hình; có thể bài đang được sửa hoặc đang mở thẻ khác.
          </Text>
        )}
        <ErrorNotice error={reply.error ?? settle.error} />
        <Group gap="xs">
          {quote !== null && passage !== "gone" && (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => setLost(!showPassage(text.current, { ...comment, quote }))}
            >
              Xem trong bài
            </Button>
          )}
          {mayAnswer && answer === null && (
            <Button size="xs" variant="subtle" onClick={() => setAnswer("")}>
              Trả lời
            </Button>
          )}
          {answer !== null && (
            <>
              <Button
                size="xs"
                variant="default"
                disabled={answer.trim() === ""}
                loading={reply.isPending}
                onClick={() => reply.mutate(answer)}
              >
                Gửi trả lời
              </Button>
              <Button size="xs" variant="subtle" onClick={() => setAnswer(null)}>
                Thôi
              </Button>
            </>
          )}
          {comment.maySettle && (
            <Button
              size="xs"
              variant="subtle"
              loading={settle.isPending}
              onClick={() => settle.mutate({ id, commentId: comment.id, settled: settledAt === null })}
            >
              {settledAt === null ? "Đánh dấu đã xong" : "Mở lại"}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
