import { UnstyledButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { RefObject } from "react";
import { clauseMark } from "../../clause-mark.ts";
import type { ImportView } from "../api.ts";
import classes from "./preview.module.css";
import { moveAmongRows, ROW } from "./rows.ts";

/** The document's own paragraphs; those of the chosen clause are marked, and a click chooses their clause. */
export function SourcePane({
  paragraphs,
  selected,
  shown,
  pane,
  onSelect,
}: {
  paragraphs: ImportView["paragraphs"];
  selected: string | null;
  /** Index of a paragraph to mark that belongs to no clause. */
  shown: number | null;
  pane: RefObject<HTMLDivElement | null>;
  onSelect: (paragraph: ImportView["paragraphs"][number]) => void;
}) {
  const marked = (row: ImportView["paragraphs"][number]) =>
    (selected !== null && row.clausePath === selected) || row.index === shown;
  const stop = (paragraphs.find(marked) ?? paragraphs[0])?.index;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move the focus between its rows
    <div ref={pane} className={classes.pane} onKeyDown={moveAmongRows}>
      <ul className={classes.list} aria-label="Văn bản gốc">
        {paragraphs.map((row) => (
          <li
            key={row.index}
            data-paragraph={row.index}
            className={`${classes.item} ${marked(row) ? classes.selected : ""}`}
          >
            <UnstyledButton
              {...ROW}
              className={classes.row}
              tabIndex={row.index === stop ? 0 : -1}
              aria-current={marked(row) ? "true" : undefined}
              onClick={() => onSelect(row)}
            >
              <span className={classes.path}>
                {row.clausePath === null ? "–" : clauseMark(row.clausePath)}
              </span>
              {row.text}
              {row.warnings && row.warnings.length > 0 && (
                <>
                  {" "}
                  <IconAlertTriangle size={14} aria-hidden className={classes.icon} /> <b>chưa chắc</b>
                </>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
