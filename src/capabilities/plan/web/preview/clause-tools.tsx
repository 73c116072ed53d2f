import { Button, Group } from "@mantine/core";
import { clauseMark } from "../../clause-mark.ts";
import type { Correction } from "../../preview/correction.ts";
import type { Clause } from "../../reading/plan-reading.ts";
import classes from "./preview.module.css";

/** What can be done with the chosen clause, and which row is chosen afterwards (`step` rows further). */
export interface ClauseAct {
  correction: Correction;
  step: number;
  done: string;
}

/** The acts on the chosen clause, under its row. */
export function ClauseTools({
  clause,
  above,
  hasBefore,
  onAct,
  onEdit,
  onAdd,
  onAddTask,
  onShowSource,
}: {
  clause: Clause;
  /** The clause in the row above; null for the first. */
  above: Clause | null;
  /** A clause of the same level stands before it. */
  hasBefore: boolean;
  onAct: (act: ClauseAct) => void;
  onEdit: () => void;
  onAdd: () => void;
  onAddTask: () => void;
  /** Only where the source stands behind the outline. */
  onShowSource: (() => void) | null;
}) {
  const { path, level, children } = clause;
  const act = (words: string, correction: Correction, step: number, done: string) => (
    <Button size="compact-sm" variant="default" onClick={() => onAct({ correction, step, done })}>
      {words}
    </Button>
  );
  const join = (into: "title" | "text", words: string) =>
    act(words, { kind: "join-clause", path, into }, -1, `Đã nối mục ${clauseMark(path)} vào mục trên.`);
  const headingAbove = above !== null && above.title !== null && above.text === "";
  return (
    <Group gap={6} className={classes.tools}>
      <Button size="compact-sm" onClick={onEdit}>
        Sửa
      </Button>
      {above !== null &&
        (headingAbove ? (
          <>
            {join("title", "Nối vào tiêu đề mục trên")}
            {join("text", "Nối vào nội dung mục trên")}
          </>
        ) : (
          join("text", "Nối vào mục trên")
        ))}
      {hasBefore &&
        act(
          "Vào một cấp",
          { kind: "move-clause", path, to: "in" },
          0,
          `Đã đưa mục ${clauseMark(path)} vào một cấp.`,
        )}
      {level > 0 &&
        act(
          "Ra một cấp",
          { kind: "move-clause", path, to: "out" },
          0,
          `Đã đưa mục ${clauseMark(path)} ra một cấp.`,
        )}
      {children.length === 0 ? (
        act("Bỏ mục", { kind: "remove-clause", path, inner: "keep" }, -1, `Đã bỏ mục ${clauseMark(path)}.`)
      ) : (
        <>
          {act(
            "Bỏ mục, giữ mục con",
            { kind: "remove-clause", path, inner: "keep" },
            0,
            `Đã bỏ mục ${clauseMark(path)}, các mục con được giữ.`,
          )}
          {act(
            "Bỏ cả mục con",
            { kind: "remove-clause", path, inner: "remove" },
            -1,
            `Đã bỏ mục ${clauseMark(path)} cùng các mục con.`,
          )}
        </>
      )}
      <Button size="compact-sm" variant="default" onClick={onAdd}>
        Thêm mục sau
      </Button>
      <Button size="compact-sm" variant="default" onClick={onAddTask}>
        Thêm nhiệm vụ
      </Button>
      {onShowSource && (
        <Button size="compact-sm" variant="default" onClick={onShowSource}>
          Xem trong văn bản gốc
        </Button>
      )}
    </Group>
  );
}
