import { Box, Text, VisuallyHidden } from "@mantine/core";
import { diffWordsWithSpace } from "diff";
import { useMemo } from "react";

/** What changed between two texts, word by word: struck out what went, marked what came; read aloud as well. */
export function CompareTexts({ before, now }: { before: string; now: string }) {
  const parts = useMemo(
    () => diffWordsWithSpace(before, now).map((part, place) => ({ ...part, place })),
    [before, now],
  );
  if (parts.every(({ added, removed }) => !added && !removed))
    return <Text c="gray.7">Chữ không thay đổi.</Text>;
  return (
    <Box style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere", lineHeight: 1.7, maxWidth: "42rem" }}>
      {parts.map(({ added, removed, value, place }) => {
        if (added) {
          return (
            <ins key={place}>
              <VisuallyHidden>thêm: </VisuallyHidden>
              <mark>{value}</mark>
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={place}>
              <VisuallyHidden>bỏ: </VisuallyHidden>
              {value}
            </del>
          );
        }
        return <span key={place}>{value}</span>;
      })}
    </Box>
  );
}
