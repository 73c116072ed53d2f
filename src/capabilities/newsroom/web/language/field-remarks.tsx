import { Button, Group, List, Text, UnstyledButton } from "@mantine/core";
import { createContext, useContext } from "react";
import { readable } from "#platform/text/readable.ts";
import type { Remark } from "../../language/remark.ts";
import { KindBadge, shortened } from "./remark-groups.tsx";
import classes from "./remarks.module.css";

/** So many stand under one field; the list of all of them is beside the text. */
const MOST = 3;

/** What is remarked on in the fields beside the body, and what can be done about it there. */
export interface RemarksInFields {
  of: ReadonlyMap<string, Remark[]>;
  /** Selects the words where they stand. */
  go: (remark: Remark) => void;
  replace: (remark: Remark) => void;
  /** Absent: one may not. */
  dismiss: ((remark: Remark) => void) | undefined;
}

/** Null: nothing is judged here. */
export const FieldRemarksContext = createContext<RemarksInFields | null>(null);

/**
 * The remarks on a field, right under it: a field cannot hold lines of its own. What has been mended since is not
 * shown any more. `replaces`: false where the words are written in a dialog.
 */
export function FieldRemarks({
  field,
  text,
  replaces = true,
}: {
  field: string;
  text: string;
  replaces?: boolean;
}) {
  const here = useContext(FieldRemarksContext);
  const all = here?.of.get(field) ?? [];
  if (!here || all.length === 0) return null;
  const words = readable(text).text;
  const there = all.filter(({ passage }) => words.includes(passage));
  if (there.length === 0) return null;
  const rest = there.length - MOST;
  return (
    <List listStyleType="none" spacing={4} mt={4} aria-label={`Nhận xét về ${there[0]!.where}`}>
      {there.slice(0, MOST).map((remark) => (
        <List.Item key={`${remark.key} ${remark.from}`} className={classes.inField}>
          <Group gap={6} align="baseline">
            <KindBadge kind={remark.kind} />
            <UnstyledButton className={classes.passage} onClick={() => here.go(remark)}>
              <span className="only-read-aloud">Chọn chữ </span>“{shortened(remark.passage)}”
            </UnstyledButton>
            {replaces && remark.instead && (
              <Button size="compact-xs" variant="default" onClick={() => here.replace(remark)}>
                Thay bằng “{remark.instead}”
              </Button>
            )}
            {here.dismiss && (
              <Button size="compact-xs" variant="subtle" onClick={() => here.dismiss?.(remark)}>
                Bỏ qua…<span className="only-read-aloud"> nhận xét về “{shortened(remark.passage)}”</span>
              </Button>
            )}
          </Group>
          <Text size="xs">{remark.why}</Text>
        </List.Item>
      ))}
      {rest > 0 && (
        <List.Item>
          <Text size="xs">Còn {rest} nhận xét nữa, ở mục “Chữ nghĩa”.</Text>
        </List.Item>
      )}
    </List>
  );
}
