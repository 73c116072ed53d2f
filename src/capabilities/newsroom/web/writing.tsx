import { Alert, Box, Grid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/react";
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { keepPlaceForWriting } from "#ui/background-worker.ts";
import { MomentText } from "#ui/date-text.tsx";
import { Loading } from "#ui/loading.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { SaveStateLine } from "#ui/save-state.tsx";
import { sayDone, sayDoneWithUndo } from "#ui/undo.tsx";
import { joinedUse, withMachineVoice } from "../ai-use/ai-use.ts";
import type { ContentFields, PlacedMedia } from "../content-fields.ts";
import { kindOf, type MediaRule, type OwnField } from "../contract.ts";
import { AiUseCard } from "./ai-use/ai-use-card.tsx";
import { assistantInSlot } from "./ai-use/assistant-slot.ts";
import { api, type Item, type Revision, type Saved } from "./api.ts";
import { MadeOfArticle } from "./bulletins/made-of-article.tsx";
import { ApprovedTogether } from "./bundles/approved-together.tsx";
import { Comments } from "./comments/comments.tsx";
import { ContentActions } from "./content-actions.tsx";
import { Embargo } from "./embargo/embargo.tsx";
import { NewerFigures } from "./infographics/newer-figures.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { OwnFields } from "./kinds/own-fields.tsx";
import { OwnMedia } from "./kinds/own-media.tsx";
import { OwnRecording } from "./kinds/own-recording.tsx";
import { FieldRemarks, FieldRemarksContext, type RemarksInFields } from "./language/field-remarks.tsx";
import { RemarksWhileWriting } from "./language/remarks-while-writing.tsx";
import { NewerText } from "./merge/newer-text.tsx";
import { KeptAside } from "./offline/kept-aside.tsx";
import { OutsideChecks } from "./outside-checks/outside-checks.tsx";
import { setPictureWords } from "./picture-node.ts";
import { type DescribedPicture, TextPictures } from "./pictures/text-pictures.tsx";
import { usePictures } from "./pictures/use-pictures.ts";
import { AskedToHandOver, OtherWriter } from "./presence/presence-notice.tsx";
import { usePresence } from "./presence/use-presence.ts";
import { ReadersOfItem } from "./readers/readers-of-item.tsx";
import { RequirementList } from "./requirement-list.tsx";
import { ReviewSteps } from "./review/review-steps.tsx";
import { RichEditor } from "./rich-editor.tsx";
import { SimilarToWriting } from "./similar/similar-items.tsx";
import { slots } from "./slots.ts";
import { fieldsOf } from "./stored-text.ts";
import { TextView } from "./text-view.tsx";
import { useAutosave } from "./use-autosave.ts";
import { useRefused } from "./use-refused.ts";

/** What the screen begins with; `base` when it is a text kept on this machine. */
export interface Start {
  fields: ContentFields;
  unsaved: boolean;
  base?: string;
  /** When it was last typed on, where it goes on without a question. */
  keptAt?: string;
}

/** The text with its fields, what is missing, what it is linked to, and what can be done next. */
export function Writing({
  item,
  start,
  editable,
  children,
}: {
  children?: ReactNode;
  item: Item;
  start: Start;
  editable: boolean;
}) {
  const queries = useQueryClient();
  const { id } = item;
  const [fields, setFields] = useState(start.fields);
  // A new number makes a new editor: the editor owns its text while it is open.
  const [edition, setEdition] = useState(0);
  // The editor keeps its first callback, so the newest fields are read from a ref.
  const latest = useRef(fields);
  const show = useCallback((text: ContentFields) => {
    latest.current = text;
    setFields(text);
    setEdition((number) => number + 1);
  }, []);
  const [refusedLinks, setRefusedLinks] = useState<Saved["refusedLinks"]>([]);
  const onSaved = useCallback(
    ({ refusedLinks: refused, ...saved }: Saved) => {
      queries.setQueryData(api.newsroom.get.queryKey({ input: { id: saved.id } }), saved);
      setRefusedLinks(refused);
    },
    [queries],
  );
  const refetch = useCallback(
    () => queries.fetchQuery(api.newsroom.get.queryOptions({ input: { id }, staleTime: 0 })),
    [queries, id],
  );
  const { presence, other, ousted, askedOfMe, begin, takeOver, ask, release } = usePresence(id, editable);
  const locked = other !== null;
  const behind = presence !== null && presence.updatedAt > item.updatedAt;
  // Whoever was kept from writing begins on the newest text, not on the one before.
  const catchingUp = useRef(false);
  catchingUp.current = locked || (catchingUp.current && behind);
  const writable = useRef(false);
  writable.current = editable && !catchingUp.current;
  const me = useQuery(api.organization.me.queryOptions());
  const byMe = ({ authorId }: Revision) => authorId === me.data?.personId;
  // The text that comes in next was asked for here.
  const tookNewer = useRef(false);
  const { state, change, flush, resume, meet, seen } = useAutosave(item, {
    base: start.base,
    paused: locked,
    onSaved,
    onNewer: (newer: Revision) => {
      show(fieldsOf(newer));
      if (writable.current && !tookNewer.current)
        sayDone(
          `Đã nhận bản ${newer.number} của ${byMe(newer) ? "chính bạn, ở thẻ khác" : newer.authorName}.`,
        );
      void refetch();
    },
  });
  useEffect(() => {
    if (!start.unsaved) return;
    change(start.fields);
    if (start.keptAt)
      sayDone(
        `Đã mở phần viết đến ${formatDateTime(start.keptAt)} còn giữ trên máy này; bản đã lưu vẫn ở mục “Các bản đã lưu”.`,
      );
  }, [start, change]);
  // Somebody else saved, submitted, approved: this screen follows.
  useEffect(() => {
    if (behind) void refetch().then((newer) => meet(newer.current));
  }, [behind, refetch, meet]);
  useEffect(() => {
    if (editable) void keepPlaceForWriting();
  }, [editable]);
  const unsaved = state.kind !== "saved";
  useRefused(state.kind === "refused", { editable, refetch, flush });
  const edit = (part: Partial<ContentFields>) => {
    latest.current = { ...latest.current, ...part };
    setFields(latest.current);
    change(latest.current);
    begin();
  };
  const takeNewerFigures = async (graphicId: string) => {
    if (!(await flush())) return;
    const before = latest.current;
    tookNewer.current = true;
    try {
      await api.newsroom.placeInfographic.call({ id: graphicId, itemId: id });
      meet((await refetch()).current);
    } finally {
      tookNewer.current = false;
    }
    sayDoneWithUndo("Đã thay bằng hình và bảng với số liệu mới.", async () => {
      show(before);
      change(before);
      begin();
    });
  };
  const kind = kindOf(item.kind);
  const Assistant = assistantInSlot();
  const Deliveries = slots.contentDeliveries;
  const known = usePictures(fields);
  const own = (...places: OwnField["shown"][]) =>
    (kind?.own ?? []).filter(({ shown }) => places.includes(shown));
  const ownMedia = (rule: MediaRule) => {
    const place = { rule, media: fields.media, known, onChange: (media: PlacedMedia[]) => edit({ media }) };
    return rule.recording ? (
      <OwnRecording
        key={rule.role}
        {...place}
        own={fields.own}
        title={fields.title}
        onMachineRead={(media, tool) =>
          edit({ media, aiUse: withMachineVoice(fields.aiUse, { tool, checkedBy: me.data?.name ?? "" }) })
        }
      />
    ) : (
      <OwnMedia key={rule.role} {...place} drawnFor={kind?.drawing?.role === rule.role ? id : null} />
    );
  };
  const [fieldRemarks, setFieldRemarks] = useState<RemarksInFields | null>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [described, setDescribed] = useState<DescribedPicture | null>(null);
  const shownText = useRef<HTMLDivElement>(null);
  const lastTurn = item.history.filter(({ event }) => event === "return" || event === "submit").at(-1);
  const returned = lastTurn?.event === "return" ? lastTurn : null;
  const beforeApproval = item.state === "draft" || item.state === "returned";
  const alsoToPublish = item.toPublish.filter(({ key }) => !item.toSubmit.some((issue) => issue.key === key));
  return (
    <Stack>
      <ContentActions
        item={item}
        beforeAct={flush}
        seen={() => (writable.current ? seen() : item.current.id)}
        onNewer={meet}
      />
      {editable && returned && (
        <Alert color="orange" title={`${returned.personName} yêu cầu sửa`}>
          {returned.reason} (<MomentText at={returned.at} />)
          {item.openComments > 0 && ` Còn ${item.openComments} nhận xét chưa xong, ở mục “Nhận xét”.`}
        </Alert>
      )}
      {item.state === "discarded" && (
        <Alert color="gray" title="Bản nháp đã bỏ">
          Bỏ lúc <MomentText at={item.discardedAt} />; còn khôi phục được trong 30 ngày kể từ lúc ấy.
        </Alert>
      )}
      {item.state === "refused" && <Refused item={item} />}
      {item.begunFrom && (
        <Text size="sm">
          Viết lại từ bài không được duyệt:{" "}
          <LinkText to="/noi-dung/$id" params={{ id: item.begunFrom.id }}>
            {item.begunFrom.title}
          </LinkText>
        </Text>
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
      {!editable && unsaved && <KeptAside kind={item.kind} fields={fields} />}
      {editable && other && (
        <OtherWriter
          holder={other}
          ousted={ousted}
          unsaved={unsaved ? <TextView kind={item.kind} {...fields} /> : null}
          onAsk={ask}
          onTakeOver={takeOver}
        />
      )}
      {writable.current && askedOfMe && (
        <AskedToHandOver
          name={askedOfMe}
          onHandOver={async () => {
            if (await flush()) await release();
          }}
        />
      )}
      <NewerText
        item={item}
        mine={fields}
        newer={state.kind === "stale" && !locked ? state.theirs : null}
        base={seen}
        byMe={byMe}
        show={show}
        saving={{ resume, flush, change }}
      />
      {children}
      {!editable && item.state !== "discarded" && item.state !== "refused" && item.may.save?.why && (
        <Alert color="blue">{item.may.save.why}</Alert>
      )}
      <FieldRemarksContext value={fieldRemarks}>
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, md: 8 }} ref={shownText}>
            {writable.current ? (
              <Stack gap="sm">
                <SaveStateLine state={state} retry={() => void flush()} />
                <NewerFigures mediaIds={[...known.keys()]} take={takeNewerFigures} />
                {refusedLinks.length > 0 && <RefusedLinks links={refusedLinks} />}
                <Box>
                  <TextInput
                    id="title"
                    label="Tiêu đề"
                    size="md"
                    value={fields.title}
                    onChange={(event) => edit({ title: event.currentTarget.value })}
                    autoComplete="off"
                  />
                  <FieldRemarks field="title" text={fields.title} />
                </Box>
                <Box>
                  <Textarea
                    id="summary"
                    label="Sapo (tóm tắt)"
                    autosize
                    minRows={2}
                    value={fields.summary}
                    onChange={(event) => edit({ summary: event.currentTarget.value })}
                  />
                  <FieldRemarks field="summary" text={fields.summary} />
                </Box>
                <OwnFields
                  fields={own("above")}
                  media={kind?.media ?? []}
                  values={fields.own}
                  onChange={(values) => edit({ own: values })}
                />
                {kind?.media.filter(({ shown }) => shown === "above").map(ownMedia)}
                <div id="body">
                  <RichEditor
                    key={edition}
                    label={kind?.fields.body.label ?? "Nội dung"}
                    initial={fields.body}
                    onChange={(body) => edit({ body })}
                    onReady={setEditor}
                  />
                </div>
                <SimilarToWriting id={id} fields={fields} />
                {kind?.media.filter(({ shown }) => shown === "below").map(ownMedia)}
                <OwnFields
                  fields={own("section", "below", "staff")}
                  media={kind?.media ?? []}
                  values={fields.own}
                  onChange={(values) => edit({ own: values })}
                />
              </Stack>
            ) : (
              <TextView {...item.current} />
            )}
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack>
              {beforeApproval && <RequirementList title="Trước khi gửi duyệt" issues={item.toSubmit} />}
              {beforeApproval && alsoToPublish.length > 0 && (
                <RequirementList title="Trước khi đăng còn cần" issues={alsoToPublish} />
              )}
              {(item.state === "approved" || item.state === "submitted") && (
                <RequirementList title="Trước khi đăng" issues={item.toPublish} />
              )}
              {writable.current && (
                <RemarksWhileWriting
                  item={item}
                  fields={fields}
                  editor={editor}
                  beforeAct={flush}
                  onPicture={setDescribed}
                  onFieldRemarks={setFieldRemarks}
                />
              )}
              <ApprovedTogether item={item} />
              <OutsideChecks
                item={item}
                seen={async () => {
                  if (!writable.current) return item.current.id;
                  return (await flush()) ? seen() : null;
                }}
              />
              <ReviewSteps review={item.review} />
              {Deliveries && (
                <Suspense fallback={<Loading lines={2} />}>
                  <Deliveries itemId={id} standing={standingOf(item)} />
                </Suspense>
              )}
              <MadeOfArticle item={item} />
              <Comments
                id={id}
                text={shownText}
                seen={async () => {
                  if (!writable.current) return item.current.id;
                  return (await flush()) ? seen() : null;
                }}
              />
              <TextPictures
                fields={writable.current ? fields : fieldsOf(item.current)}
                onFields={edit}
                described={described}
                onDescribe={setDescribed}
                onWords={(mediaId, words) => {
                  if (editor) setPictureWords(editor, mediaId, words);
                }}
                editable={writable.current}
              />
              <AiUseCard
                value={(writable.current ? fields : item.current).aiUse}
                onChange={(aiUse) => edit({ aiUse })}
                editable={writable.current}
              />
              {Assistant && writable.current && (
                <Assistant
                  itemId={id}
                  kind={item.kind}
                  fields={fields}
                  propose={(part, made) => {
                    show({ ...latest.current, ...part, aiUse: joinedUse(latest.current.aiUse, made) });
                    change(latest.current);
                    begin();
                  }}
                />
              )}
              <Embargo item={item} />
              <ReadersOfItem item={item} />
              <ItemFacts item={item} fields={fields} onFields={edit} editable={writable.current} />
            </Stack>
          </Grid.Col>
        </Grid>
      </FieldRemarksContext>
    </Stack>
  );
}

const over: Item["state"][] = ["discarded", "refused", "withdrawn", "removed"];

const standingOf = ({ state }: Item) =>
  state === "published" ? "public" : over.includes(state) ? "over" : "ahead";

/** Who refused the text and why, and what was begun from it. */
function Refused({ item: { history, begunAnew } }: { item: Item }) {
  const refusal = history.findLast(({ event }) => event === "refuse");
  return (
    <Alert color="red" title={`${refusal?.personName ?? "Người duyệt"} không duyệt bài này`}>
      {refusal?.reason} (<MomentText at={refusal?.at ?? null} />)
      {begunAnew && (
        <>
          {" "}
          Đã viết lại thành bài mới:{" "}
          <LinkText to="/noi-dung/$id" params={{ id: begunAnew.id }}>
            {begunAnew.title}
          </LinkText>
        </>
      )}
    </Alert>
  );
}

function RefusedLinks({ links }: { links: Saved["refusedLinks"] }) {
  return (
    <Alert color="yellow" role="status" title="Bài đã lưu, trừ liên kết không dùng được">
      {links.map(({ address, words }) => (
        <Text size="sm" key={`${address} ${words}`}>
          {address === "" ? "Liên kết trống" : `Liên kết “${address}”`} ở chữ “{words}”: chữ vẫn được lưu. Hãy
          đặt con trỏ vào chữ ấy, bấm “Liên kết” rồi sửa địa chỉ hoặc bỏ liên kết.
        </Text>
      ))}
    </Alert>
  );
}
