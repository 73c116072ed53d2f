import {
  Alert,
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconCopy, IconEqual, IconHeading } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useRef, useState } from "react";
import { richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { percent } from "#platform/text/percent.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { answerLabels, similarityAnswers, stateLabels } from "../../contract.ts";
import { api } from "../api.ts";

type Found = Awaited<ReturnType<typeof api.newsroom.similar.call>>;
type SimilarItem = Found["similar"][number];

/** Typing has paused for so long, in milliseconds, before it is asked again. */
const PAUSE = 1200;
/** The server needs no more of a long text. */
const LONGEST = 40_000;

const kinds = {
  duplicate: { word: "Trùng", color: "red", Icon: IconCopy },
  possible: { word: "Có thể trùng", color: "orange", Icon: IconEqual },
  title: { word: "Tiêu đề gần giống", color: "gray", Icon: IconHeading },
} as const;

/** What is like the text that is being written; asks again when typing pauses. */
export function SimilarToWriting({ id, fields }: { id: string; fields: ContentFields }) {
  const [{ title, summary, body }] = useDebouncedValue(fields, PAUSE);
  const plain = richTextToPlainText(body).slice(0, LONGEST);
  const text = { id, title, summary, plain };
  const found = useQuery({
    ...api.newsroom.similarTo.queryOptions({ input: text }),
    // What was found stays on the screen while it is looked for anew.
    placeholderData: (before: Found | undefined) => before,
    enabled: `${title}${summary}${plain}`.trim() !== "",
    staleTime: 60_000,
    retry: false,
  });
  if (!found.data) return null;
  const open = found.data.similar.some(isOpen);
  return (
    <SimilarList
      id={id}
      {...found.data}
      lead={
        open && found.data.may.answer
          ? "Có bài trùng chưa được trả lời. Hãy ghi lý do; người duyệt sẽ thấy."
          : null
      }
    />
  );
}

const isOpen = ({ kind, answer }: SimilarItem) => kind === "duplicate" && answer === null;

/** What was told already of a topic that is typed. */
export function SimilarToTopic({ title }: { title: string }) {
  const [typed] = useDebouncedValue(title, PAUSE);
  const found = useQuery({
    ...api.newsroom.similarTo.queryOptions({ input: { title: typed } }),
    placeholderData: (before: Found | undefined) => before,
    enabled: typed.trim() !== "",
    staleTime: 60_000,
    retry: false,
  });
  if (!found.data || typed.trim() === "") return null;
  return <SimilarList id={null} similar={found.data.similar} may={{ answer: false }} lead={null} />;
}

/** What is like the text that waits for a decision, and what its writer says of it. */
export function SimilarToItem({ id }: { id: string }) {
  const found = useQuery(api.newsroom.similar.queryOptions({ input: { id } }));
  if (!found.data) return null;
  const open = found.data.similar.some(isOpen);
  return (
    <SimilarList
      id={id}
      similar={found.data.similar}
      may={{ answer: false }}
      lead={open ? "Có bài trùng mà người viết chưa trả lời." : null}
    />
  );
}

function SimilarList({ id, similar, may, lead }: Found & { id: string | null; lead: string | null }) {
  if (similar.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="bai-giong">
      <Stack gap="sm">
        <Title order={2} size="h4" id="bai-giong" tabIndex={-1}>
          {id === null ? "Bài đã có về đề tài này" : "Bài giống bài này"}
        </Title>
        <Text size="sm" role="status">
          {lead ?? `Tìm thấy ${similar.length} bài.`}
        </Text>
        {similar.map((item) => (
          <SimilarCard key={item.itemId} id={id} item={item} mayAnswer={may.answer} />
        ))}
      </Stack>
    </Paper>
  );
}

/** One text that is alike, with both passages; `children` is what can be done with it. */
export function SimilarCard({
  id,
  item,
  mayAnswer,
  mine = "Trong bài này",
  children,
}: {
  id: string | null;
  item: SimilarItem;
  mayAnswer: boolean;
  /** Where one's own passage stands. */
  mine?: string;
  children?: ReactNode;
}) {
  const [answering, setAnswering] = useState(false);
  const card = useRef<HTMLElement>(null);
  const close = () => {
    setAnswering(false);
    // The button that had the focus is gone.
    card.current?.focus();
  };
  const { word, color, Icon } = kinds[item.kind];
  const { passage, answer } = item;
  // Out of a dialog nothing leads away from what is typed there.
  const away = item.own ? `/workspace/noi-dung/${item.itemId}` : item.href;
  return (
    <Paper
      ref={card}
      bg="gray.0"
      p="sm"
      component="article"
      tabIndex={-1}
      aria-labelledby={`giong-${item.itemId}`}
    >
      <Stack gap={6}>
        <Group gap="xs">
          <Badge color={color} variant="light" leftSection={<Icon size={12} aria-hidden />}>
            {word} {percent(item.score, 1)}
          </Badge>
        </Group>
        <Text fw={600} size="sm" id={`giong-${item.itemId}`} style={{ overflowWrap: "anywhere" }}>
          {item.own && id !== null ? (
            <LinkText to="/noi-dung/$id" params={{ id: item.itemId }}>
              {item.title || "Bài chưa có tiêu đề"}
            </LinkText>
          ) : away ? (
            <Anchor inherit href={away} target="_blank" rel="noreferrer">
              {item.title || "Bài chưa có tiêu đề"} (mở thẻ mới)
            </Anchor>
          ) : (
            item.title
          )}
        </Text>
        <Text size="xs" c="gray.7">
          {item.own ? item.unitName : item.agencyName} · {stateLabels[item.state]}
          {item.publishedAt && (
            <>
              {" "}
              <MomentText at={item.publishedAt} />
            </>
          )}
        </Text>
        {passage && item.kind !== "title" && (
          <Group grow align="flex-start" gap="xs" preventGrowOverflow={false}>
            <Quote label={mine} words={passage.mine} />
            <Quote label="Trong bài kia" words={passage.theirs} />
          </Group>
        )}
        {answer && (
          <Text size="sm">
            {answer.byName} trả lời: {answerLabels[answer.answer].toLowerCase()}
            {answer.note && `, ${answer.note}`} (<MomentText at={answer.at} />)
          </Text>
        )}
        {mayAnswer && item.kind !== "title" && !answering && (
          <Group>
            <Button size="xs" variant="default" onClick={() => setAnswering(true)}>
              {answer ? "Sửa trả lời" : "Trả lời"}
            </Button>
          </Group>
        )}
        {children}
        {answering && id !== null && <Answering id={id} item={item} onDone={close} />}
      </Stack>
    </Paper>
  );
}

function Quote({ label, words }: { label: string; words: string }) {
  return (
    <Alert color="gray" variant="light" p="xs" title={label} flex="1 1 12rem">
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {words}
      </Text>
    </Alert>
  );
}

const answers = similarityAnswers.map((value) => ({ value, label: answerLabels[value] }));

function Answering({ id, item, onDone }: { id: string; item: SimilarItem; onDone: () => void }) {
  const queries = useQueryClient();
  const [given, setGiven] = useState<(typeof similarityAnswers)[number] | null>(item.answer?.answer ?? null);
  const [note, setNote] = useState(item.answer?.note ?? "");
  const send = useMutation(
    api.newsroom.answerSimilar.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.newsroom.similar.key() });
        void queries.invalidateQueries({ queryKey: api.newsroom.similarTo.key() });
        sayDone("Đã ghi trả lời.");
        onDone();
      },
    }),
  );
  return (
    <Stack gap="xs">
      <Select
        label="Vì sao vẫn viết bài này"
        data={answers}
        value={given}
        onChange={(value) => setGiven(similarityAnswers.find((known) => known === value) ?? null)}
        allowDeselect={false}
        required
        autoFocus
      />
      <TextInput
        label={given === "repost" ? "Nguồn" : "Ghi chú (nếu có)"}
        value={note}
        required={given === "repost"}
        error={fieldErrors(send.error).note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {!fieldErrors(send.error).note && <ErrorNotice error={send.error} />}
      <Group gap="xs">
        <Button
          size="xs"
          disabled={given === null}
          loading={send.isPending}
          onClick={() => given && send.mutate({ id, otherId: item.itemId, answer: given, note })}
        >
          Ghi trả lời
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          Thôi
        </Button>
      </Group>
    </Stack>
  );
}
