import { Alert, Button, Grid, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Asked } from "#ui/loading.tsx";
import { forgetLocally, type LocalDraft, localDraft } from "#ui/local-draft.ts";
import { type MergeChoice, MergeTexts } from "#ui/merge-texts.tsx";
import { useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { SaveStateLine } from "#ui/save-state.tsx";
import type { ContentFields } from "../content-fields.ts";
import { api, type Item } from "./api.ts";
import { ContentActions } from "./content-actions.tsx";
import { ContentStateBadge } from "./content-state.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { RequirementList } from "./requirement-list.tsx";
import { RichEditor } from "./rich-editor.tsx";
import { fieldsOf, joinedTexts } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";
import { useAutosave } from "./use-autosave.ts";

/** One item: written here while it may be written, else read here; what can be done next stands above. */
export default function ContentEditorPage() {
  const id = useParam("id");
  const item = useQuery(
    api.newsroom.get.queryOptions({ input: { id }, staleTime: Number.POSITIVE_INFINITY }),
  );
  return <Asked query={item}>{(found) => <Opened key={found.id} item={found} />}</Asked>;
}

function Opened({ item }: { item: Item }) {
  const [kept, setKept] = useState<LocalDraft<ContentFields> | null>(() => localDraft(item.id));
  const editable = item.may.save?.allowed ?? false;
  const unsent =
    kept !== null && editable && JSON.stringify(kept.text) !== JSON.stringify(fieldsOf(item.current));
  const [start, setStart] = useState<{ fields: ContentFields; unsaved: boolean; base?: string } | null>(
    unsent ? null : { fields: fieldsOf(item.current), unsaved: false },
  );
  const decided = item.state === "approved" || item.state === "scheduled";
  const [unlocked, setUnlocked] = useState(false);
  const crumbs = [{ label: "Tin, bài", to: "/noi-dung" }];
  const lead = (
    <Group gap="sm">
      <ContentStateBadge item={item} />
      <Text span size="sm">
        {item.kindLabel} · {item.unitName} · {item.createdByName}
      </Text>
    </Group>
  );
  if (start === null && kept !== null) {
    return (
      <Page title={item.title || "Bài chưa có tiêu đề"} crumbs={crumbs} lead={lead}>
        <Alert color="yellow" title="Có phần chưa kịp lưu trên máy này" role="alert">
          <Stack>
            <Text>
              Lần trước bạn viết đến lúc {formatDateTime(kept.at)} rồi trang đóng trước khi lưu xong. Đây là
              phần được giữ lại:
            </Text>
            <TextView {...kept.text} />
            <Group>
              <Button onClick={() => setStart({ fields: kept.text, unsaved: true, base: kept.base })}>
                Viết tiếp phần này
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  forgetLocally(item.id);
                  setKept(null);
                  setStart({ fields: fieldsOf(item.current), unsaved: false });
                }}
              >
                Bỏ, dùng bản đã lưu
              </Button>
            </Group>
          </Stack>
        </Alert>
      </Page>
    );
  }
  return (
    <Page title={item.title || "Bài chưa có tiêu đề"} crumbs={crumbs} lead={lead}>
      <Writing item={item} start={start!} editable={editable && (unlocked || !decided)}>
        {editable && decided && !unlocked && (
          <Alert color="blue" title="Bài đã được duyệt">
            <Stack align="flex-start" gap="xs">
              <Text size="sm">Sửa một chữ là mất lượt duyệt và giờ hẹn; bài phải được duyệt lại.</Text>
              <Button variant="default" onClick={() => setUnlocked(true)}>
                Vẫn sửa bài
              </Button>
            </Stack>
          </Alert>
        )}
      </Writing>
    </Page>
  );
}

function Writing({
  item,
  start,
  editable,
  children,
}: {
  children?: ReactNode;
  item: Item;
  start: { fields: ContentFields; unsaved: boolean; base?: string };
  editable: boolean;
}) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(start.fields);
  // A new number makes a new editor: the editor owns its text while it is open.
  const [edition, setEdition] = useState(0);
  const onSaved = useCallback(
    (saved: Item) => queries.setQueryData(api.newsroom.get.queryKey({ input: { id: saved.id } }), saved),
    [queries],
  );
  const { state, change, flush, resume } = useAutosave(item, onSaved, start.base);
  useEffect(() => {
    if (start.unsaved) change(start.fields);
  }, [start, change]);
  // The editor keeps its first callback, so the newest fields are read from a ref.
  const latest = useRef(fields);
  const edit = (part: Partial<ContentFields>) => {
    latest.current = { ...latest.current, ...part };
    setFields(latest.current);
    change(latest.current);
  };
  const choose = async (theirs: Item["current"], choice: MergeChoice) => {
    const mine = latest.current;
    const text = { mine, theirs: fieldsOf(theirs), both: joinedTexts(mine, theirs) }[choice];
    latest.current = text;
    setFields(text);
    setEdition((number) => number + 1);
    if (choice === "theirs") {
      // Mine becomes a revision of its own before theirs goes on: it stays in the history.
      resume(theirs, mine);
      await flush();
      change(text);
    } else resume(theirs, text);
    void queries.invalidateQueries({ queryKey: api.newsroom.revisions.key() });
  };
  const lastTurn = item.history.filter(({ event }) => event === "return" || event === "submit").at(-1);
  const returned = lastTurn?.event === "return" ? lastTurn : null;
  return (
    <Stack>
      <ContentActions item={item} beforeAct={flush} />
      {editable && returned && (
        <Alert color="orange" title={`${returned.personName} yêu cầu sửa`}>
          {returned.reason} (<MomentText at={returned.at} />)
        </Alert>
      )}
      {item.state === "withdrawn" && (
        <Alert color="gray" title="Bài đã thu hồi">
          {item.withdrawnReason}
        </Alert>
      )}
      {item.state === "removed" && (
        <Alert color="gray" title="Bài đã gỡ bỏ">
          {item.removedReason}
        </Alert>
      )}
      {state.kind === "stale" && (
        <MergeTexts
          theirs={{ number: state.theirs.number, by: state.theirs.authorName, at: state.theirs.at }}
          mineView={<TextView {...fields} />}
          theirsView={<TextView {...state.theirs} />}
          onChoose={(choice) => void choose(state.theirs, choice)}
        />
      )}
      {children}
      {!editable && item.may.save?.why && <Alert color="blue">{item.may.save.why}</Alert>}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          {editable ? (
            <Stack gap="sm">
              <SaveStateLine state={state} retry={() => void flush()} />
              <TextInput
                id="title"
                label="Tiêu đề"
                size="md"
                value={fields.title}
                onChange={(event) => edit({ title: event.currentTarget.value })}
                autoComplete="off"
              />
              <Textarea
                id="summary"
                label="Sapo (tóm tắt)"
                autosize
                minRows={2}
                value={fields.summary}
                onChange={(event) => edit({ summary: event.currentTarget.value })}
              />
              <div id="body">
                <RichEditor
                  key={edition}
                  label="Nội dung"
                  initial={fields.body}
                  editable
                  onChange={(body) => edit({ body })}
                />
              </div>
            </Stack>
          ) : (
            <TextView {...item.current} />
          )}
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            {(item.state === "draft" || item.state === "returned") && (
              <RequirementList title="Trước khi gửi duyệt" issues={item.toSubmit} />
            )}
            {(item.state === "approved" || item.state === "submitted") && (
              <RequirementList title="Trước khi đăng" issues={item.toPublish} />
            )}
            <ItemFacts item={item} fields={fields} onFields={edit} editable={editable} />
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
