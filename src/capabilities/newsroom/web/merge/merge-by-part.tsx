import { Alert, Box, Button, Group, Modal, Paper, Radio, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type RichNode, renderRichText } from "#platform/rich-text/render-rich-text.ts";
import { Loading } from "#ui/loading.tsx";
import type { ContentFields } from "../../content-fields.ts";
import { api, type Revision } from "../api.ts";
import classes from "../text-view.module.css";
import { TextView } from "../text-view.tsx";
import { DifferingSide } from "./differing-side.tsx";
import { layTexts, type Part } from "./merged-text.ts";
import type { Choice } from "./three-ways.ts";

const changedWords = (other: string): Record<Part["changed"], string> => ({
  mine: "chỉ bạn sửa",
  theirs: `chỉ bản của ${other} sửa`,
  both: "hai bản sửa khác nhau",
});

/** Two texts place by place: what both have, and each difference with both readings and a choice. */
export function MergeByPart({
  itemId,
  mine,
  newer,
  baseId,
  other,
  onClose,
  onMerged,
}: {
  itemId: string;
  mine: ContentFields;
  newer: Revision;
  baseId: string;
  /** Whose the newer one is: "Lê Thị Mẫu". */
  other: string;
  onClose: () => void;
  onMerged: (text: ContentFields) => Promise<void>;
}) {
  const revisions = useQuery(api.newsroom.revisions.queryOptions({ input: { id: itemId } }));
  const [began] = useState(mine);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [busy, setBusy] = useState(false);
  const from = revisions.data?.revisions.find(({ id }) => id === baseId) ?? null;
  const laid = useMemo(() => layTexts(began, newer, from), [began, newer, from]);
  const merged = useMemo(() => laid.merged(choices), [laid, choices]);
  const parts = laid.pieces.filter((piece): piece is Part => "key" in piece);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      title="Ghép từng đoạn"
      closeButtonProps={{ "aria-label": "Đóng, chưa ghép" }}
    >
      {revisions.isPending && revisions.fetchStatus !== "paused" ? (
        <Loading />
      ) : (
        <Stack maw="72rem" mx="auto">
          <Text>
            {parts.length === 0
              ? "Chữ của hai bản giống nhau; chỉ phần gắn kèm khác và được giữ của cả hai."
              : `Hai bản khác nhau ở ${parts.length} chỗ. Chỗ chỉ một bên sửa đã chọn sẵn bên ấy; chỗ hai bên cùng sửa thì bạn chọn.`}{" "}
            Bản của bạn và bản của {other} vẫn còn nguyên ở “Các bản đã lưu”.
          </Text>
          {laid.pieces.map((piece, place) =>
            "key" in piece ? (
              <Differing
                key={piece.key}
                part={piece}
                number={parts.indexOf(piece) + 1}
                of={parts.length}
                other={other}
                choice={choices[piece.key] ?? piece.taken}
                onChoose={(choice) => setChoices((before) => ({ ...before, [piece.key]: choice }))}
              />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the pieces keep their places while the screen is open
              <Same key={place} blocks={piece.same} />
            ),
          )}
          <Paper withBorder p="md" component="section" aria-label="Bản ghép">
            <Text fw={700} mb="xs">
              Bản ghép sẽ được lưu
            </Text>
            <TextView kind={newer.kind} {...merged} />
          </Paper>
          {revisions.isError && (
            <Alert color="yellow" role="status">
              Chưa đọc được bản mà hai bên cùng bắt đầu, nên chỗ nào khác nhau cũng được đưa ra để chọn.
            </Alert>
          )}
          <Group>
            <Button
              loading={busy}
              onClick={async () => {
                setBusy(true);
                await onMerged(merged);
              }}
            >
              Lưu bản ghép
            </Button>
            <Button variant="default" onClick={onClose} disabled={busy}>
              Quay lại, chưa ghép
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function Differing({
  part,
  number,
  of,
  other,
  choice,
  onChoose,
}: {
  part: Part;
  number: number;
  of: number;
  other: string;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}) {
  return (
    <Paper withBorder p="md" style={{ borderColor: "var(--mantine-color-yellow-6)", borderLeftWidth: 6 }}>
      <Radio.Group
        label={`Chỗ ${number}/${of} · ${part.place} · ${changedWords(other)[part.changed]}`}
        value={choice}
        onChange={(next) => onChoose(next as Choice)}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} my="xs">
          <DifferingSide title="Bản của bạn" blocks={part.mine} against={part.theirs} />
          <DifferingSide title={`Bản của ${other}`} blocks={part.theirs} against={part.mine} />
        </SimpleGrid>
        <Group>
          <Radio value="mine" label="Lấy bản của tôi" />
          <Radio value="theirs" label="Lấy bản kia" />
          {part.mayBoth && <Radio value="both" label="Lấy cả hai" />}
        </Group>
      </Radio.Group>
    </Paper>
  );
}

/** What both have, for where one is: its beginning and its end where it is long. */
function Same({ blocks }: { blocks: RichNode[] }) {
  const long = blocks.length > 2;
  const html = (content: RichNode[]) => ({ __html: renderRichText({ type: "doc", content }) });
  return (
    <Box c="gray.7" className={classes.text}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer of the portal, tested against hostile text */}
      <div dangerouslySetInnerHTML={html(long ? blocks.slice(0, 1) : blocks)} />
      {long && (
        <Text size="sm" fs="italic">
          … {blocks.length - 2} đoạn giống nhau …
        </Text>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer of the portal, tested against hostile text */}
      {long && <div dangerouslySetInnerHTML={html(blocks.slice(-1))} />}
    </Box>
  );
}
