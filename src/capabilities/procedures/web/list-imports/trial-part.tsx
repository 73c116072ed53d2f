import { Alert, Button, Group, List, Paper, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { MatchColumns } from "#ui/sheets/match-columns.tsx";
import type { SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { procedureListWords } from "../../list-imports/list-words.ts";
import type { ProcedureKey } from "../../reading/procedure-columns.ts";
import type { ListTrial as Trial } from "../api.ts";

type Row = Trial["rows"][number];

const REQUIRED: readonly ProcedureKey[] = ["ma_tthc", "ten_tthc"];
const SHOWN = 60;

const stateWords: Record<Row["state"], { word: string; tone: StateTone }> = {
  new: { word: "Mới", tone: "done" },
  changed: { word: "Thay đổi", tone: "scheduled" },
  repealed: { word: "Bãi bỏ", tone: "withdrawn" },
  unchanged: { word: "Giữ nguyên", tone: "none" },
  left: { word: "Bỏ qua", tone: "note" },
  bad: { word: "Chưa đúng", tone: "failed" },
};
const states = Object.keys(stateWords) as Row["state"][];

const countOf = ({ counts }: Pick<Trial, "counts">, state: Row["state"]) => counts[state] ?? 0;

/** What the list would make of the register, how its columns were read, and the one step that takes it in. */
export function TrialPart({
  fileName,
  trial,
  said,
  busy,
  onSay,
  onBring,
  onFaulty,
  onForget,
}: {
  fileName: string;
  trial: Trial;
  said: SheetSaid<ProcedureKey>;
  busy: boolean;
  /** Called with another way of reading the columns. */
  onSay: (said: SheetSaid<ProcedureKey>) => void;
  onBring: () => void;
  onFaulty: () => void;
  onForget: () => void;
}) {
  const { columns, sheet, headerLine, lacking } = trial;
  // Who had to match a column goes on with the others.
  const [isMatching, setIsMatching] = useState(lacking.length > 0);
  const bad = countOf(trial, "bad");
  const fresh = countOf(trial, "new") + countOf(trial, "changed") + countOf(trial, "repealed");
  const unknown = columns.filter(({ field, header }) => field === null && header !== "");
  const names = (keys: ProcedureKey[]) => keys.map((key) => `“${procedureListWords[key].header}”`).join(", ");
  const isOpen = isMatching || lacking.length > 0;
  return (
    <Stack gap="sm">
      {lacking.length > 0 ? (
        <Alert color="red" variant="light" role="alert" title={`Chưa đọc được “${fileName}”, chưa ghi gì`}>
          <Text size="sm">
            Không có cột nào được nhận ra là {names(lacking)}, mà thiếu cột này thì không đọc được dòng nào.
            Hãy chọn cột chứa nội dung ấy ở dưới, hoặc chọn lại trang, dòng tiêu đề.
          </Text>
        </Alert>
      ) : (
        <Alert color="blue" variant="light" title={`Xem thử “${fileName}”, chưa ghi gì`}>
          <Text size="sm">
            {states
              .map(
                (state) =>
                  `${stateWords[state].word.toLowerCase()} ${countOf(trial, state).toLocaleString("vi-VN")}`,
              )
              .join("; ")}
            .
          </Text>
          <Text size="sm">
            Trang “{sheet}”{headerLine > 0 && `, tiêu đề ở dòng ${headerLine}`}; đọc được:{" "}
            {columns.flatMap(({ field }) => (field ? procedureListWords[field].header : [])).join(", ")}.
          </Text>
          {unknown.length > 0 && (
            <Text size="sm" style={{ overflowWrap: "anywhere" }}>
              Không lấy: {unknown.map(({ header }) => header).join(", ")}. Cột nào trong đó cần lấy, hãy bấm
              “Ghép lại cột”.
            </Text>
          )}
        </Alert>
      )}
      {isOpen && (
        <MatchColumns
          words={procedureListWords}
          required={REQUIRED}
          trial={{ ...trial, lines: [] }}
          said={said}
          onSay={onSay}
        />
      )}
      <Group>
        {lacking.length === 0 && (
          <Button onClick={onBring} disabled={fresh === 0} loading={busy}>
            {fresh === 0 ? "Sổ đã có đủ" : `Nhập ${fresh.toLocaleString("vi-VN")} thủ tục`}
          </Button>
        )}
        {lacking.length === 0 && (
          <Button variant="default" aria-expanded={isMatching} onClick={() => setIsMatching(!isMatching)}>
            {isMatching ? "Xong phần ghép cột" : "Ghép lại cột"}
          </Button>
        )}
        {bad > 0 && (
          <Button variant="default" disabled={busy} onClick={onFaulty}>
            Tải {bad.toLocaleString("vi-VN")} dòng chưa đúng (.xlsx)
          </Button>
        )}
        <Button variant="subtle" onClick={onForget}>
          Bỏ tệp này
        </Button>
      </Group>
      {lacking.length === 0 && <Rows trial={trial} />}
    </Stack>
  );
}

function Rows({ trial }: { trial: Trial }) {
  const { rows } = trial;
  const [state, setState] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const fitting = rows.filter((row) => state === "" || row.state === state);
  const all = states.reduce((sum, one) => sum + countOf(trial, one), 0);
  return (
    <Stack gap="sm">
      {rows.length < all && (
        <Text size="sm">
          Danh mục dài nên ở đây chỉ cho xem những dòng đầu của mỗi loại; khi nhập thì mọi dòng đều được tính.
        </Text>
      )}
      <Select
        label="Xem dòng"
        data={[
          { value: "", label: `Tất cả (${all.toLocaleString("vi-VN")})` },
          ...states.map((value) => ({
            value,
            label: `${stateWords[value].word} (${countOf(trial, value).toLocaleString("vi-VN")})`,
          })),
        ]}
        allowDeselect={false}
        value={state}
        onChange={(value) => setState(value ?? "")}
        maw="18rem"
      />
      <Stack
        component="ul"
        gap="xs"
        m={0}
        p={0}
        style={{ listStyle: "none" }}
        aria-label="Các dòng của danh mục"
      >
        {fitting.slice(0, shown).map((row) => (
          <RowPart key={`${row.line} ${row.code}`} row={row} />
        ))}
      </Stack>
      {fitting.length > shown && (
        <Button variant="default" onClick={() => setShown(shown + SHOWN)} style={{ alignSelf: "flex-start" }}>
          Xem thêm {Math.min(SHOWN, fitting.length - shown)} dòng
        </Button>
      )}
    </Stack>
  );
}

function RowPart({ row: { line, state, code, name, changes, errors, notes } }: { row: Row }) {
  const { word, tone } = stateWords[state];
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={4} align="flex-start">
        <Text size="sm" fw={600} style={{ overflowWrap: "anywhere" }}>
          {line === null ? "Ngoài danh mục" : `Dòng ${line}`}: {code} {name || "(trống)"}
        </Text>
        <StateBadge tone={tone} word={word} />
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
        {changes.map(({ part, before, now }) => (
          <div key={part}>
            <Text size="xs" c="gray.7" fw={600}>
              {part}
            </Text>
            <CompareTexts before={before} now={now} />
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
