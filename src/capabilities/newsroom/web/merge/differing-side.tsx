import { Box, Mark, Paper, Text } from "@mantine/core";
import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { type RichNode, renderRichText, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import classes from "../text-view.module.css";

const wordsOf = (content: RichNode[]) => richTextToPlainText({ type: "doc", content }).trim();
const isPlain = ({ type, content = [] }: RichNode) =>
  type === "paragraph" && content.every((inline) => inline.type === "text" && !inline.marks?.length);

/** One reading of a place; words that the other one does not have are marked where both are plain text. */
export function DifferingSide({
  title,
  blocks,
  against,
}: {
  title: string;
  blocks: RichNode[];
  against: RichNode[];
}) {
  const words = useMemo(
    () =>
      blocks.length > 0 && against.length > 0 && [...blocks, ...against].every(isPlain)
        ? diffWordsWithSpace(wordsOf(against), wordsOf(blocks)).filter(({ removed }) => !removed)
        : null,
    [blocks, against],
  );
  return (
    <Paper withBorder p="sm">
      <Text size="sm" fw={700} mb={4}>
        {title}
      </Text>
      {blocks.length === 0 && <Text fs="italic">Không có đoạn này.</Text>}
      {words ? (
        <Box className={classes.text} style={{ whiteSpace: "pre-wrap" }}>
          {words.map(({ added, value }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: words stay in their places
            added ? <Mark key={place}>{value}</Mark> : <span key={place}>{value}</span>,
          )}
        </Box>
      ) : (
        <div
          className={classes.text}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer of the portal, tested against hostile text
          dangerouslySetInnerHTML={{ __html: renderRichText({ type: "doc", content: blocks }) }}
        />
      )}
    </Paper>
  );
}
