import { Button, List, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { StateBadge } from "#ui/state-badge.tsx";
import { dueText } from "../words.ts";
import { stateWords, type Trial, type TrialLine } from "./task-sheet.ts";

const SHOWN = 60;

function Line({ line, state, task, written, errors, notes }: TrialLine) {
  const { word, tone } = stateWords[state];
  const facts = task
    ? [
        task.clauseMark && `Mục ${task.clauseMark}`,
        task.lead ?? "Chưa giao đơn vị chủ trì",
        dueText(task.due),
        task.deliverable && `Kết quả: ${task.deliverable}`,
      ]
    : [written.clause && `Mục ${written.clause}`, written.lead, written.due, written.deliverable];
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={600}>
          Dòng {line}: {task?.title ?? written.title ?? "(chưa có nội dung)"}
        </Text>
        <StateBadge tone={tone} word={word} />
        {state !== "heading" && (
          <Text size="sm" c="gray.7">
            {facts.filter(Boolean).join(" · ")}
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
export function TrialLines({ trial }: { trial: Trial }) {
  const [state, setState] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const lines = trial.lines.filter((line) => state === "" || line.state === state);
  return (
    <Stack gap="sm">
      <Select
        label="Xem dòng"
        data={[
          { value: "", label: `Tất cả (${trial.lines.length})` },
          ...Object.entries(stateWords).map(([value, { word }]) => ({
            value,
            label: `${word} (${trial.lines.filter((line) => line.state === value).length})`,
          })),
        ]}
        allowDeselect={false}
        value={state}
        onChange={(value) => setState(value ?? "")}
        maw="18rem"
      />
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }} aria-label="Các dòng của bảng">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.line} {...line} />
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
