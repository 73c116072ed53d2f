import { Button, Portal } from "@mantine/core";
import { IconMessagePlus } from "@tabler/icons-react";
import { type RefObject, useEffect, useState } from "react";
import { markedIn, type Passage } from "./passage.ts";

const GAP = 8;
const WIDTH = 180;

/** A button beside what is marked in `text`; by keyboard the shortcut does the same. */
export function CommentHere({
  text,
  onComment,
}: {
  text: RefObject<HTMLElement | null>;
  onComment: (passage: Passage) => void;
}) {
  const [marked, setMarked] = useState<ReturnType<typeof markedIn>>(null);
  useEffect(() => {
    const look = () => setMarked(markedIn(text.current));
    document.addEventListener("selectionchange", look);
    document.addEventListener("select", look, true);
    window.addEventListener("scroll", look, { passive: true });
    return () => {
      document.removeEventListener("selectionchange", look);
      document.removeEventListener("select", look, true);
      window.removeEventListener("scroll", look);
    };
  }, [text]);
  if (!marked) return null;
  const { passage, box } = marked;
  const top = Math.min(box.bottom + GAP, window.innerHeight - 120);
  const left = Math.max(GAP, Math.min(box.left, window.innerWidth - WIDTH - GAP));
  return (
    <Portal>
      <Button
        size="xs"
        leftSection={<IconMessagePlus size={16} />}
        style={{ position: "fixed", top, left, zIndex: 150 }}
        // The press must not take away what is marked.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onComment(passage)}
      >
        Nhận xét đoạn này
      </Button>
    </Portal>
  );
}
