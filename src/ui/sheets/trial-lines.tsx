import { Button, List, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { StateBadge } from "../state-badge.tsx";
import { stateWords, type TriedLine } from "./sheet-trial.ts";

const SHOWN = 60;
/** Whatever becomes of them. */
const NOTED = "noted";

/** What a line is about. */
export interface LineWords {
  title: string;
  facts: (string | null | undefined)[];
}

function Line({ line: { line, state, errors, notes }, words }: { line: TriedLine; words: LineWords }) {
  const { word, tone } = stateWords[state];
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
          Dòng {line}: {words.title}
        </Text>
        <StateBadge tone={tone} word={word} />
        {state !== "heading" && (
          <Text size="sm" c="gray.7" style={{ overflowWrap: "anywhere" }}>
            {words.facts.filter(Boolean).join(" · ")}
          </Text>
        )}
        {[...errors, ...notes].length > 0 && (
          <List size="sm">
            {errors.map((error) => (
              <List.Item key={error} c="red.9">
                {error}
              </List.Item>
            ))}
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}

/** The lines of the sheet in its own order, each with what would become of it. */
export function TrialLines<One extends TriedLine>({
  lines: all,
  words,
}: {
  lines: One[];
  words: (line: One) => LineWords;
}) {
  const [state, setState] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const noted = all.filter(({ notes }) => notes.length > 0);
  const lines = state === NOTED ? noted : all.filter((line) => state === "" || line.state === state);
  return (
    <Stack gap="sm">
      <Select
        label="Xem dòng"
        data={[
          { value: "", label: `Tất cả (${all.length})` },
          ...Object.entries(stateWords).map(([value, { word }]) => ({
            value,
            label: `${word} (${all.filter((line) => line.state === value).length})`,
          })),
          ...(noted.length > 0 ? [{ value: NOTED, label: `Có lưu ý (${noted.length})` }] : []),
        ]}
        allowDeselect={false}
        value={state}
        onChange={(value) => setState(value ?? "")}
        maw="18rem"
      />
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }} aria-label="Các dòng của bảng">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.line} line={line} words={words(line)} />
        ))}
      </Stack>
      {lines.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)} style={{ alignSelf: "flex-start" }}>
          Xem thêm {Math.min(SHOWN, lines.length - shown)} dòng
        </Button>
      )}
    </Stack>
  );
}
