import { Anchor, Button, Stack, Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { type PostingState, postingStateLabels } from "../../postings/posting.ts";
import type { BoardCell, BoardRow } from "../api.ts";

const tones: Record<PostingState, StateTone> = {
  posted: "published",
  due: "waiting",
  stale: "returned",
  "to-remove": "failed",
  removed: "withdrawn",
  none: "none",
};

/** Something is to be done there. */
export const lacks = ({ state }: BoardCell) => state === "due" || state === "stale" || state === "to-remove";

const wordsOfRecord = (state: PostingState) => (state === "to-remove" ? "Ghi đã gỡ" : "Ghi đã công khai");

/** How a procedure stands at a place, what shows it, and what can be said of it. */
export function PostingCell({
  row,
  cell,
  onRecord,
  onDrop,
}: {
  row: BoardRow;
  cell: BoardCell;
  /** Null: not theirs to do. */
  onRecord: (() => void) | null;
  onDrop: ((proofId: string) => void) | null;
}) {
  const { state, proof, dueOn, isLate, isAutomatic } = cell;
  return (
    <Stack gap={2} align="flex-start">
      <StateBadge tone={tones[state]} word={postingStateLabels[state]} />
      {isAutomatic && state === "posted" && (
        <Anchor href={row.path} target="_blank" rel="noopener" size="xs">
          Xem trên cổng
        </Anchor>
      )}
      {proof && (
        <Text size="xs" c="gray.7">
          Bản {proof.version}, {formatDate(proof.seenOn)}
          {proof.url && (
            <>
              {" · "}
              <Anchor href={proof.url} target="_blank" rel="noopener noreferrer" size="xs" underline="always">
                địa chỉ
              </Anchor>
            </>
          )}
          {proof.hasFile && (
            <>
              {" · "}
              <Anchor
                href={`/posting-files/${proof.id}`}
                target="_blank"
                rel="noopener"
                size="xs"
                underline="always"
              >
                ảnh, tệp
              </Anchor>
            </>
          )}
        </Text>
      )}
      {lacks(cell) && dueOn && (
        <Text size="xs" c={isLate ? "red.9" : "gray.7"} fw={isLate ? 600 : undefined}>
          {isLate ? "Quá hạn" : "Hạn"} {formatDate(dueOn)}
        </Text>
      )}
      {onDrop && proof && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => onDrop(proof.id)}
          aria-label={`Bỏ minh chứng: ${row.name}`}
        >
          Bỏ minh chứng
        </Button>
      )}
      {onRecord && lacks(cell) && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={onRecord}
          aria-label={`${wordsOfRecord(state)}: ${row.name}`}
        >
          {wordsOfRecord(state)}
        </Button>
      )}
    </Stack>
  );
}
