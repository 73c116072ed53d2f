import { Alert, Button, Group, Paper, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Editor } from "@tiptap/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { useShortcuts } from "#ui/shortcuts.ts";
import { sayDone } from "#ui/undo.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { kindOf } from "../../contract.ts";
import { placeElsewhere, type Recording } from "../../language/parts-of.ts";
import type { Remark } from "../../language/remark.ts";
import { api, type Item, type WholeMedia } from "../api.ts";
import type { DescribedPicture } from "../pictures/text-pictures.tsx";
import type { RemarksInFields } from "./field-remarks.tsx";
import { boxOfSelection, cursorIn, goToPassage, replaceInField, replacePassage } from "./go-to-passage.ts";
import { LinksOutside } from "./links-outside.tsx";
import { DismissedWords, KindBadge, RemarkGroups, shortened, WhereSaid } from "./remark-groups.tsx";
import { type OpenRemark, RemarkHere } from "./remark-here.tsx";
import classes from "./remarks.module.css";
import { useUnderlines } from "./underlines.ts";
import { useRemarks } from "./use-remarks.ts";

const reasonsFor = {
  "personal-data": [
    "Số, địa chỉ công vụ của cơ quan",
    "Người này đã đồng ý công khai",
    "Pháp luật yêu cầu công khai",
  ],
  other: ["Trích nguyên văn", "Tên riêng", "Người đọc bài này đã quen cách viết ấy"],
} as const;

/** What the library says in words of the videos and recordings beside a text. */
const useRecordings = (kind: string, { media }: ContentFields): Recording[] => {
  const playing = (kindOf(kind)?.media ?? []).flatMap(({ role, recording }) => (recording ? [role] : []));
  return useQueries({
    queries: media
      .filter(({ role }) => playing.includes(role))
      .map(({ mediaId }) => ({
        ...api.newsroom.getMedia.queryOptions({ input: { id: mediaId } }),
        // They are written in another window.
        refetchOnWindowFocus: "always" as const,
      })),
    combine: wordsOf,
  });
};
const wordsOf = (answers: { data: WholeMedia | undefined }[]): Recording[] =>
  answers.flatMap(({ data }) => {
    if (data?.sort !== "video" && data?.sort !== "audio") return [];
    const { id, sort, alt, captions, transcript } = data;
    return [{ id, sort, alt, captions, transcript }];
  });

/** What somebody should look at in the text that is being written. */
export function RemarksWhileWriting({
  item: { id, kind, current },
  fields,
  editor,
  beforeAct,
  onPicture,
  onFieldRemarks,
}: {
  item: Item;
  fields: ContentFields;
  editor: Editor | null;
  /** Saves the text: what is set aside is looked for in the saved one. */
  beforeAct: () => Promise<boolean>;
  /** Opens the words of a picture in the text. */
  onPicture: (picture: DescribedPicture) => void;
  /** What stands under the fields beside the body. */
  onFieldRemarks: (remarks: RemarksInFields | null) => void;
}) {
  const queries = useQueryClient();
  const found = useQuery(api.newsroom.language.queryOptions({ input: { id }, staleTime: 300_000 }));
  const links = useQuery({
    ...api.newsroom.deadLinks.queryOptions({ input: { id } }),
    // Looked at anew when another text has been saved.
    queryKey: [...api.newsroom.deadLinks.queryKey({ input: { id } }), current.id],
    placeholderData: (before: { dead: { href: string; why: string }[] } | undefined) => before,
    staleTime: 60_000,
  });
  const dead = links.data?.dead;
  const deadLinks = useMemo(() => new Map(dead?.map(({ href, why }) => [href, why])), [dead]);
  const remarks = useRemarks(
    kind,
    fields,
    useRecordings(kind, fields),
    found.data ? { ...found.data, deadLinks } : null,
  );
  const [dismissing, setDismissing] = useState<Remark | null>(null);
  const [lost, setLost] = useState(false);
  // The button that was pressed is gone with its remark: the keyboard goes on at the words, or at the list.
  const goOn = (remark: Remark | null) =>
    setTimeout(() => {
      if (remark?.field === "body") editor?.commands.focus();
      else
        (
          document.getElementById(remark?.field ?? "language") ?? document.getElementById("language")
        )?.focus();
    });
  const settled = (message: string) => (language: NonNullable<typeof found.data>) => {
    queries.setQueryData(api.newsroom.language.queryKey({ input: { id } }), language);
    for (const { key } of [api.newsroom.get, api.newsroom.remarks])
      void queries.invalidateQueries({ queryKey: key({ input: { id } }) });
    goOn(dismissing);
    setDismissing(null);
    sayDone(message);
  };
  const dismiss = useMutation(
    api.newsroom.dismissRemark.mutationOptions({ onSuccess: settled("Đã bỏ qua nhận xét.") }),
  );
  const restore = useMutation(
    api.newsroom.restoreRemark.mutationOptions({ onSuccess: settled("Sẽ nhắc lại nhận xét này.") }),
  );
  const dismissals = found.data?.dismissals;
  const open = useMemo(() => {
    const answered = new Set(dismissals?.map(({ key }) => key));
    return (remarks ?? []).filter(({ key }) => !answered.has(key));
  }, [remarks, dismissals]);
  const inOrder = useMemo(() => inReadingOrder(open), [open]);
  // Closed by the next letter that is typed: it belongs to the text that was judged.
  const [here, setHere] = useState<(OpenRemark & { fields: ContentFields }) | null>(null);
  const shown = here?.fields === fields ? here : null;
  const openAt = (remark: Remark, byKey: boolean) => {
    if (!goToPassage(editor, remark)) {
      setLost(true);
      return;
    }
    requestAnimationFrame(() => {
      const box = boxOfSelection(editor, remark);
      if (box) setHere({ remark, box, byKey, fields });
    });
  };
  useUnderlines(editor, open, (remark) => {
    const box = boxOfSelection(editor, remark);
    if (box) setHere({ remark, box, byKey: false, fields });
  });
  const go = (remark: Remark) => {
    const picture = placeElsewhere(remark.field);
    if (picture) onPicture({ ...picture, passage: remark });
    else setLost(!goToPassage(editor, remark));
  };
  const mayDismiss = found.data?.may.dismissRemark?.allowed ?? false;
  const startDismissing = (remark: Remark) => {
    dismiss.reset();
    setDismissing(remark);
    setHere(null);
  };
  const acts = useRef({ go, startDismissing });
  acts.current = { go, startDismissing };
  useEffect(() => {
    onFieldRemarks({
      of: Map.groupBy(
        open.filter(({ field }) => field !== "body"),
        ({ field }) => field,
      ),
      go: (remark) => acts.current.go(remark),
      replace: (remark) => setLost(!replaceInField(remark, remark.instead ?? "")),
      dismiss: mayDismiss ? (remark) => acts.current.startDismissing(remark) : undefined,
    });
  }, [open, mayDismiss, onFieldRemarks]);
  // Whoever may write no more has no remarks under the fields.
  useEffect(() => () => onFieldRemarks(null), [onFieldRemarks]);
  const step = (by: 1 | -1) => {
    const next = stepFrom(inOrder, shown?.remark ?? null, cursorIn(editor), by);
    if (next) openAt(next, true);
  };
  const close = () => {
    if (shown?.byKey) {
      if (shown.remark.field === "body") editor?.commands.focus();
      else document.getElementById(shown.remark.field)?.focus();
    }
    setHere(null);
  };
  useShortcuts([
    { keys: "mod+.", label: "Đến nhận xét sau về chữ nghĩa", run: () => step(1) },
    { keys: "mod+,", label: "Về nhận xét trước về chữ nghĩa", run: () => step(-1) },
  ]);
  if (!found.data || !dismissals || remarks === null) return null;
  // What is not in the text any more needs no word.
  const there = new Set(remarks.map(({ key }) => key));
  const aside = dismissals.filter(({ key }) => there.has(key));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="language-title" id="language" tabIndex={-1}>
      <Stack gap="sm">
        <Title order={2} size="h4" id="language-title">
          Chữ nghĩa
        </Title>
        <Text size="sm" role="status">
          {open.length === 0 ? "Không có gì phải xem lại." : `Có ${open.length} chỗ nên xem lại.`}
        </Text>
        {inOrder.length > 0 && (
          <Group gap="xs">
            <Button size="compact-xs" variant="default" onClick={() => step(-1)}>
              Chỗ trước<span className="only-read-aloud"> nên xem lại</span>
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => step(1)}>
              Chỗ sau<span className="only-read-aloud"> nên xem lại</span>
            </Button>
            <Text size="xs">Ctrl , và Ctrl .</Text>
          </Group>
        )}
        {lost && (
          <Alert
            color="gray"
            role="status"
            p="xs"
            withCloseButton
            closeButtonLabel="Đóng"
            onClose={() => setLost(false)}
          >
            Đoạn ấy vừa được sửa; danh sách sẽ tự cập nhật.
          </Alert>
        )}
        <RemarkGroups
          remarks={open}
          dismissals={aside}
          card={(remark) => (
            <Stack
              gap={4}
              key={`${remark.key} ${remark.field} ${remark.block} ${remark.from}`}
              className={classes.card}
            >
              <Group gap="xs" justify="space-between">
                <KindBadge kind={remark.kind} />
                {mayDismiss && (
                  <Button size="compact-xs" variant="subtle" onClick={() => startDismissing(remark)}>
                    Bỏ qua…<span className="only-read-aloud"> nhận xét về “{shortened(remark.passage)}”</span>
                  </Button>
                )}
              </Group>
              <ToPassage remark={remark} go={() => go(remark)} />
              <Text size="sm">{remark.why}</Text>
            </Stack>
          )}
          dismissedCard={(dismissal) => (
            <Stack gap={4} key={dismissal.key} className={classes.card}>
              <DismissedWords dismissal={dismissal} />
              {mayDismiss && (
                <Group>
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={restore.isPending}
                    onClick={() => restore.mutate({ id, key: dismissal.key })}
                  >
                    Nhắc lại
                    <span className="only-read-aloud"> nhận xét về “{shortened(dismissal.passage)}”</span>
                  </Button>
                </Group>
              )}
            </Stack>
          )}
        />
        <ErrorNotice error={restore.error} />
        <LinksOutside id={id} beforeAct={beforeAct} />
        <Text size="xs">
          <LinkText to="/tu-ngu">Danh sách từ ngữ của cơ quan</LinkText>
        </Text>
      </Stack>
      {shown && (
        <RemarkHere
          open={shown}
          place={inOrder.indexOf(shown.remark) + 1}
          count={inOrder.length}
          onReplace={
            shown.remark.instead
              ? () => {
                  const { remark } = shown;
                  const put =
                    remark.field === "body"
                      ? replacePassage(editor, remark, remark.instead ?? "")
                      : replaceInField(remark, remark.instead ?? "");
                  setLost(!put);
                  setHere(null);
                }
              : undefined
          }
          onDismiss={mayDismiss ? () => startDismissing(shown.remark) : undefined}
          onStep={step}
          onClose={close}
        />
      )}
      <Confirm
        opened={dismissing !== null}
        onClose={() => setDismissing(null)}
        title="Bỏ qua nhận xét"
        verb="Bỏ qua"
        reasonLabel="Vì sao bỏ qua"
        quickReasons={dismissing?.kind === "personal-data" ? reasonsFor["personal-data"] : reasonsFor.other}
        pending={dismiss.isPending}
        error={dismiss.error}
        onConfirm={async (reason) => {
          if (dismissing && (await beforeAct())) dismiss.mutate({ id, key: dismissing.key, reason });
        }}
      >
        Nhận xét về “{shortened(dismissing?.passage ?? "")}” thôi nhắc trong bài này, chừng nào chữ ấy chưa
        đổi. Người duyệt thấy lý do và tên bạn.
      </Confirm>
    </Paper>
  );
}

/** Those that stand on this screen, as the eye meets them. */
function inReadingOrder(remarks: readonly Remark[]): Remark[] {
  const rank = ({ field }: Remark) => ["title", "summary", "body"].indexOf(field) + 1 || 4;
  return remarks
    .filter(({ field }) => placeElsewhere(field) === null)
    .toSorted((a, b) => rank(a) - rank(b) || a.block - b.block || a.from - b.from);
}

/** The remark after or before the one shown, else after or before the cursor; round at the ends. */
function stepFrom(
  inOrder: readonly Remark[],
  shown: Remark | null,
  cursor: { block: number; at: number } | null,
  by: 1 | -1,
): Remark | undefined {
  const at = shown ? inOrder.indexOf(shown) : -1;
  if (at >= 0) return inOrder[(at + by + inOrder.length) % inOrder.length];
  if (!cursor) return inOrder.at(by === 1 ? 0 : -1);
  const isBehind = ({ field, block, from }: Remark) =>
    field === "body" && (block > cursor.block || (block === cursor.block && from >= cursor.at));
  const isBefore = ({ field, block, to }: Remark) =>
    field === "body" && (block < cursor.block || (block === cursor.block && to < cursor.at));
  return (by === 1 ? inOrder.find(isBehind) : inOrder.findLast(isBefore)) ?? inOrder.at(by === 1 ? 0 : -1);
}

/** The words of a remark, which lead to where they stand. */
function ToPassage({ remark: { field, where, passage }, go }: { remark: Remark; go: () => void }) {
  const words = (
    <>
      <span className="only-read-aloud">Đến chỗ </span>“{shortened(passage) || "(trống)"}”
      {field !== "body" && <WhereSaid where={where} />}
    </>
  );
  const elsewhere = placeElsewhere(field);
  if (elsewhere?.at !== "recording")
    return (
      <UnstyledButton className={classes.passage} onClick={go}>
        {words}
      </UnstyledButton>
    );
  return (
    <LinkText
      className={classes.passage}
      to="/kho-tu-lieu/$id"
      params={{ id: elsewhere.mediaId }}
      hash={elsewhere.part}
      target="_blank"
    >
      {words}
      <span className="only-read-aloud"> (mở trang mới)</span>
    </LinkText>
  );
}
