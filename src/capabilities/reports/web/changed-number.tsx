import { Text } from "@mantine/core";
import { paragraphAt } from "../changed-numbers.ts";

/** The sentence around a changed number, the number marked. */
export function MarkedNumber({ text, from, to }: { text: string; from: number; to: number }) {
  const paragraph = paragraphAt(text, from);
  const [start, end] = [from - paragraph.from, to - paragraph.from];
  const before = paragraph.text.slice(Math.max(0, start - 60), start);
  const after = paragraph.text.slice(end, end + 60);
  return (
    <Text size="sm" component="span" style={{ overflowWrap: "anywhere" }}>
      “{start > 60 && "…"}
      {before}
      <mark>{paragraph.text.slice(start, end)}</mark>
      {after}
      {end + 60 < paragraph.text.length && "…"}”
    </Text>
  );
}

/** "Bản thảo ghi 12, số liệu đã chốt là 10." */
export const differenceInWords = ({ written, drafted }: { written: string; drafted: string }): string =>
  `Bản thảo ghi ${written}, số liệu đã chốt là ${drafted}.`;
