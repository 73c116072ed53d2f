import { UnstyledButton } from "@mantine/core";
import { type RefObject, useMemo } from "react";
import { clauseMark } from "../../clause-mark.ts";
import { inOrder } from "../../reading/in-order.ts";
import type { Clause } from "../../reading/plan-reading.ts";
import { type ClauseAct, ClauseTools } from "./clause-tools.tsx";
import classes from "./preview.module.css";
import { moveAmongRows, ROW } from "./rows.ts";
import type { Unsure } from "./unsure.ts";
import { UnsureMark } from "./unsure-mark.tsx";

export interface OutlineProps {
  clauses: Clause[];
  unsure: Unsure[];
  selected: string | null;
  pane: RefObject<HTMLDivElement | null>;
  onSelect: (path: string) => void;
  onSettle: (unsure: Unsure) => void;
  onAct: (act: ClauseAct, at: number) => void;
  onEdit: (clause: Clause, adding: boolean) => void;
  onAddTask: (clause: Clause) => void;
  onShowSource: (() => void) | null;
}

/** The clauses as read, in the order of the document; under the chosen one what can be done with it. */
export function OutlinePane(props: OutlineProps) {
  const { clauses, unsure, selected, pane, onSelect, onSettle } = props;
  const rows = useMemo(() => inOrder(clauses), [clauses]);
  const firsts = useMemo(
    () => new Set([clauses[0]?.path, ...rows.map(({ children }) => children[0]?.path)]),
    [clauses, rows],
  );
  const stop = rows.some(({ path }) => path === selected) ? selected : rows[0]?.path;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move the focus between its rows
    <div ref={pane} className={classes.pane} onKeyDown={moveAmongRows}>
      <ul className={classes.list} aria-label="Các mục đọc được">
        {rows.map((clause, at) => {
          const { path, title, text, level } = clause;
          const chosen = path === selected;
          return (
            <li
              key={path}
              data-clause={path}
              className={`${classes.item} ${chosen ? classes.selected : ""}`}
              style={{ marginLeft: `${Math.min(level, 5) * 0.75}rem` }}
            >
              <UnstyledButton
                {...ROW}
                className={classes.row}
                tabIndex={path === stop ? 0 : -1}
                aria-current={chosen ? "true" : undefined}
                onClick={() => onSelect(path)}
              >
                <span className={classes.path}>{clauseMark(path)}</span>
                {title && <b>{title}</b>}
                {title && text && "\n"}
                {text}
              </UnstyledButton>
              {unsure
                .filter((one) => one.clause === path)
                .map((one) => (
                  <UnsureMark key={one.index} unsure={one} onSettle={onSettle} />
                ))}
              {chosen && (
                <ClauseTools
                  clause={clause}
                  above={rows[at - 1] ?? null}
                  hasBefore={!firsts.has(path)}
                  onAct={(act) => props.onAct(act, at)}
                  onEdit={() => props.onEdit(clause, false)}
                  onAdd={() => props.onEdit(clause, true)}
                  onAddTask={() => props.onAddTask(clause)}
                  onShowSource={props.onShowSource}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
