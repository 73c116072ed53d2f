import { Alert, Box, Button, Checkbox, Chip, Group, Select, Stack, Text, Textarea } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { statusOf } from "#ui/api-error.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice, NotSentNotice } from "#ui/error-notice.tsx";
import { Asked, Loading } from "#ui/loading.tsx";
import { forgetLocally, keepLocally, useLocalDraft } from "#ui/local-draft.ts";
import { LinkButton, LinkText } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { sayDoneWithUndo } from "#ui/undo.tsx";
import { LONGEST_TIP, MOST_TIP_MEDIA, type TipKind, tipKinds } from "../../contract.ts";
import { type Place, placeOfPhoto } from "../../intake/place-of-photo.ts";
import { api, type Tip } from "../api.ts";
import { useSending } from "../media-library/use-sending.ts";
import { newTipDraft, type TipDraft, tipToSend } from "./tip-draft.ts";
import { TipFileButtons, TipFileList } from "./tip-files.tsx";

const RETRY_MS = 15_000;
/** More is never a tip, and would hold up a phone. */
const LONGEST_PASTE = 4 * LONGEST_TIP;
/** A picture says at its beginning where it was taken. */
const BEGINNING = 256 * 1024;

/** One short screen: what kind, a few words, pictures, a recording; sent once. */
export default function SendTipPage() {
  const me = useQuery(api.organization.me.queryOptions());
  return (
    <Page
      title="Gửi tin"
      width="text"
      lead="Vài chữ và ảnh là đủ; biên tập viết thành bài và báo lại cho bạn."
      actions={
        <LinkButton to="/tin-da-gui" variant="default">
          Tin đã gửi
        </LinkButton>
      }
    >
      <Asked query={me}>
        {({ personId, appointments }) => (
          <OwnUnits
            personId={personId}
            unitIds={[...new Set(appointments.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))]}
          />
        )}
      </Asked>
    </Page>
  );
}

function OwnUnits({ personId, unitIds }: { personId: string; unitIds: string[] }) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const key = `gui-tin.${personId}`;
  const kept = useLocalDraft<TipDraft>(key);
  if (kept === undefined) return <Loading />;
  return (
    <Asked query={units}>
      {({ units: all }) => {
        const own = all
          .filter(({ id }) => unitIds.includes(id))
          .map(({ id, name }) => ({ value: id, label: name }));
        return own.length === 0 ? (
          <EmptyState
            title="Tài khoản này không thuộc đơn vị nào"
            why="Tin gửi đi mang tên đơn vị; hãy nhờ người quản trị phân công bạn vào một đơn vị."
          />
        ) : (
          <TipForm draftKey={key} start={{ ...newTipDraft(), ...kept?.text }} units={own} />
        );
      }}
    </Asked>
  );
}

const isBreak = (error: unknown) => error !== null && (statusOf(error) ?? 500) >= 500;

function TipForm({
  draftKey,
  start,
  units,
}: {
  draftKey: string;
  start: TipDraft;
  units: { value: string; label: string }[];
}) {
  const queries = useQueryClient();
  const kindsLabel = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(start);
  const latest = useRef(draft);
  const change = (part: Partial<TipDraft>) => {
    latest.current = { ...latest.current, ...part };
    setDraft(latest.current);
    keepLocally(draftKey, { text: latest.current, base: "", at: new Date().toISOString() });
  };
  const [left, setLeft] = useState(start.underway);
  const [missing, setMissing] = useState<string | null>(null);
  /** Pressed while files were still on their way. */
  const [pressed, setPressed] = useState(false);
  const [sent, setSent] = useState<Tip | null>(null);
  const { sendings, add, drop, clear, isBusy } = useSending([], { bare: true });
  const places = useRef(new Map<string, Place | null>());
  const collected = useRef(new Set<string>());
  const onTheWay = sendings.filter(({ state }) => state !== "done");
  const unit = units.find(({ value }) => value === draft.unitId) ?? units[0]!;

  const take = async (files: File[]) => {
    const read = await Promise.all(
      files.map(async (file) => placeOfPhoto(new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer()))),
    );
    setLeft([]);
    for (const [index, id] of add(files).entries()) places.current.set(id, read[index] ?? null);
  };
  const names = onTheWay.filter(({ state }) => state !== "refused").map(({ fileName }) => fileName);
  useEffect(() => {
    const arrived = sendings.filter(({ id, made }) => made && !collected.current.has(id));
    for (const { id } of arrived) collected.current.add(id);
    const files = arrived.map(({ id, made }) => ({
      mediaId: made!.id,
      fileName: made!.fileName,
      sort: made!.sort,
      place: places.current.get(id) ?? null,
    }));
    const underway = sendings.filter(({ state }) => !["done", "refused"].includes(state));
    const before = latest.current;
    if (files.length === 0 && underway.length === before.underway.length) return;
    latest.current = {
      ...before,
      files: [...before.files, ...files],
      underway: underway.map(({ fileName }) => fileName),
    };
    setDraft(latest.current);
    keepLocally(draftKey, { text: latest.current, base: "", at: new Date().toISOString() });
  }, [sendings, draftKey]);

  const withdraw = useMutation(api.newsroom.withdrawTip.mutationOptions());
  const send = useMutation({
    mutationFn: (given: TipDraft) => api.newsroom.sendTip.call(tipToSend(given, unit.value)),
    onSuccess: (made, given) => {
      forgetLocally(draftKey);
      latest.current = { ...newTipDraft(), kind: given.kind, unitId: given.unitId };
      setDraft(latest.current);
      setSent(made);
      words.current?.focus();
      clear();
      void queries.invalidateQueries({ queryKey: api.newsroom.listTips.key() });
      sayDoneWithUndo("Đã gửi tin.", async () => {
        await withdraw.mutateAsync({ id: made.id });
        setSent(null);
        // What was written meanwhile stays; else the tip comes back to be sent anew.
        if (latest.current.words.trim() === "" && latest.current.files.length === 0)
          change({ ...given, id: newId() });
        void queries.invalidateQueries({ queryKey: api.newsroom.listTips.key() });
      });
    },
    onError: (error) => {
      // It went out before the last changes; sent once more it is another tip.
      if (statusOf(error) === 409) change({ id: newId() });
    },
  });
  const broken = isBreak(send.error);
  const again = useRef(() => {});
  again.current = () => {
    if (!send.isPending) send.mutate(latest.current);
  };
  useEffect(() => {
    if (!broken || send.isPending) return;
    const go = () => again.current();
    const timer = setTimeout(go, RETRY_MS);
    window.addEventListener("online", go);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
    };
  }, [broken, send.isPending]);
  useEffect(() => {
    if (!pressed || isBusy) return;
    setPressed(false);
    again.current();
  }, [pressed, isBusy]);

  const count = draft.words.length;
  const tooLong = count > LONGEST_TIP;
  const press = () => {
    if (draft.words.trim() === "") {
      setMissing("Hãy ghi vài chữ: việc gì, ở đâu, khi nào.");
      words.current?.focus();
      return;
    }
    if (tooLong) {
      words.current?.focus();
      return;
    }
    setSent(null);
    if (isBusy) setPressed(true);
    else again.current();
  };
  const located = draft.files.filter(({ place }) => place !== null).length;
  const tooMany = draft.files.length + onTheWay.length > MOST_TIP_MEDIA;
  const lengthWords = `Dài nhất ${LONGEST_TIP.toLocaleString("vi-VN")} ký tự, đang có ${count.toLocaleString("vi-VN")}. Bài dài hãy viết ở mục Tin, bài.`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        press();
      }}
    >
      <Stack gap="md">
        {sent && (
          <Alert color="green" title="Đã gửi tin" role="status">
            <LinkText to="/tin-gui-ve/$id" params={{ id: sent.id }}>
              Xem tin vừa gửi
            </LinkText>
          </Alert>
        )}
        <Box role="radiogroup" aria-labelledby={kindsLabel}>
          <Text size="sm" fw={500} id={kindsLabel} mb={6}>
            Gửi gì?
          </Text>
          <Chip.Group value={draft.kind} onChange={(kind) => change({ kind: kind as TipKind })}>
            <Group gap="xs">
              {tipKinds.map(({ slug, label }) => (
                <Chip key={slug} value={slug}>
                  {label}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Box>
        <Textarea
          ref={words}
          label="Vài chữ về tin"
          description={tipKinds.find(({ slug }) => slug === draft.kind)?.hint}
          rows={4}
          styles={{ input: { resize: "vertical" } }}
          value={draft.words}
          error={tooLong ? lengthWords : missing}
          onPaste={(event) => {
            const { length } = event.clipboardData.getData("text");
            if (length <= LONGEST_PASTE) return;
            event.preventDefault();
            setMissing(
              `Chưa dán: đoạn ấy dài ${length.toLocaleString("vi-VN")} ký tự, tin dài nhất ${LONGEST_TIP.toLocaleString("vi-VN")}. Bài dài hãy viết ở mục Tin, bài.`,
            );
          }}
          onChange={(event) => {
            setMissing(null);
            change({ words: event.currentTarget.value });
          }}
        />
        <TipFileButtons onFiles={(files) => void take(files)} />
        {left.length > 0 && (
          <Alert color="orange" title="Có tệp chưa lên xong lần trước">
            Hãy chọn lại: {left.join(", ")}.
          </Alert>
        )}
        <TipFileList
          files={draft.files}
          sendings={onTheWay}
          onRemove={(mediaId) => change({ files: draft.files.filter((file) => file.mediaId !== mediaId) })}
          onDrop={(id) => void drop(id)}
        />
        {tooMany && (
          <Text size="sm" c="red.8" role="alert">
            Mỗi tin kèm nhiều nhất {MOST_TIP_MEDIA} ảnh, bản thu; hãy bỏ bớt.
          </Text>
        )}
        {located > 0 && (
          <Checkbox
            label={`Gửi kèm nơi chụp (${located} ảnh có ghi)`}
            description="Không chọn thì nơi chụp không được gửi đi."
            checked={draft.keepsPlace}
            onChange={(event) => change({ keepsPlace: event.currentTarget.checked })}
          />
        )}
        {units.length > 1 ? (
          <Select
            label="Gửi từ đơn vị"
            allowDeselect={false}
            data={units}
            value={unit.value}
            onChange={(unitId) => change({ unitId })}
          />
        ) : (
          <Text size="sm" c="gray.7">
            Gửi từ {unit.label}.
          </Text>
        )}
        {broken ? (
          <NotSentNotice
            why={
              send.isPending
                ? null
                : "Chưa gửi được: mất kết nối. Tin còn nguyên trên máy này và tự gửi khi có mạng trở lại."
            }
            tries={send.submittedAt}
          />
        ) : (
          <ErrorNotice error={send.error} />
        )}
        {pressed && (
          <Text size="sm" role="status">
            Tin được gửi ngay khi {names.length} tệp lên xong.
          </Text>
        )}
        <Button
          type="submit"
          size="md"
          leftSection={<IconSend size={18} />}
          loading={send.isPending || pressed}
          disabled={tooMany}
        >
          Gửi tin
        </Button>
      </Stack>
    </form>
  );
}
