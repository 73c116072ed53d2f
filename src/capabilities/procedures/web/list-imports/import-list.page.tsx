import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  Group,
  List,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { LARGEST_LIST } from "#platform/sheets/list-contract.ts";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Loading } from "#ui/loading.tsx";
import { Page } from "#ui/page.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { procedureListWords } from "../../list-imports/list-words.ts";
import { api } from "../api.ts";

interface Said {
  isFull: "no" | "yes";
  reason: string;
}
type Trial = Awaited<ReturnType<typeof api.procedures.tryList.call>>;
type Row = Trial["rows"][number];
type Made = Awaited<ReturnType<typeof api.procedures.imports.call>>["imports"][number];

const MOST_ROWS = 50_000;
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

/** A list of procedures from a file: tried row by row, taken once, taken back as one. */
export default function ImportListPage() {
  const queries = useQueryClient();
  const made = useQuery(api.procedures.imports.queryOptions());
  const [said, setSaid] = useState<Said>({
    isFull: "no",
    reason: "Cập nhật theo danh mục thủ tục hành chính",
  });
  const [validFrom, setValidFrom] = useState(today().toString());
  const [asked, setAsked] = useState<Made | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.procedures.key() });
  const sheet = useSheetImport({
    tryIt: ({ file, said: how }: ChosenSheet<Said>) => api.procedures.tryList.call({ file, ...how }),
    bringIt: ({ file, said: how, seen }) => api.procedures.importList.call({ file, ...how, seen, validFrom }),
    faultyOf: ({ file, said: how }) => api.procedures.faultyListRows.call({ file, ...how }),
    onBrought: ({ importId, counts }) => {
      renew();
      sayDone(
        importId === null
          ? "Sổ đã có đủ, không ghi gì thêm."
          : `Đã nhập: ${counts.new} mới, ${counts.changed} thay đổi, ${counts.repealed} bãi bỏ.`,
      );
    },
  });
  const say = (change: Partial<Said>) => {
    const next = { ...said, ...change };
    setSaid(next);
    if (sheet.chosen && change.isFull !== undefined) sheet.look({ file: sheet.chosen.file, said: next });
  };
  const may = made.data?.may;
  return (
    <Page
      title="Nhập danh mục thủ tục"
      crumbs={[{ label: "Thủ tục hành chính", to: "/thu-tuc" }]}
      lead="Chọn danh mục xuất từ cơ sở dữ liệu quốc gia hoặc hệ thống một cửa, xem thử từng dòng rồi nhập cùng một lần. Ô trống không xóa nội dung đang có; nhập lại tệp cũ không ghi hai lần."
    >
      <Anchor href="/api/procedure-list-template" download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx)
      </Anchor>
      {may && !may.save?.allowed && (
        <Alert color="gray" variant="light">
          Danh mục do Văn phòng và biên tập nhập.
        </Alert>
      )}
      {may?.save?.allowed && (
        <Stack>
          <Checkbox
            label="Đây là danh mục đầy đủ"
            description="Thủ tục đang thực hiện mà danh mục không nêu sẽ được ghi là bãi bỏ."
            checked={said.isFull === "yes"}
            onChange={(event) => say({ isFull: event.currentTarget.checked ? "yes" : "no" })}
          />
          <TextInput
            label="Vì sao thay đổi"
            description="Hiện trong lịch sử thay đổi của từng thủ tục cho người dân"
            required
            maxLength={1000}
            value={said.reason}
            onChange={(event) => say({ reason: event.currentTarget.value })}
          />
          <DateField
            label="Áp dụng từ ngày"
            required
            value={validFrom}
            onChange={(day) => day && setValidFrom(day)}
          />
          <SheetDrop
            what="danh mục thủ tục"
            mostLines={MOST_ROWS}
            largest={LARGEST_LIST}
            busy={sheet.busy}
            onFile={(file) => sheet.look({ file, said })}
          />
          {sheet.attempt.isPending && <Loading />}
          <ErrorNotice error={sheet.attempt.error} />
          {sheet.chosen && sheet.trial && (
            <TrialPart
              fileName={sheet.chosen.file.name}
              trial={sheet.trial}
              busy={sheet.busy}
              onBring={() => sheet.bring.mutate({ file: sheet.chosen!.file, said, seen: sheet.trial!.seen })}
              onFaulty={() => sheet.faulty.mutate({ file: sheet.chosen!.file, said })}
              onForget={sheet.forget}
            />
          )}
          <ErrorNotice error={sheet.bring.error ?? sheet.faulty.error} />
        </Stack>
      )}
      <ImportList
        query={made}
        verb="save"
        left={({ left }) => `${left.toLocaleString("vi-VN")} thủ tục`}
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`${(asked?.left ?? 0).toLocaleString("vi-VN")} thủ tục trở lại như trước lần nhập “${asked?.fileName ?? ""}”; thủ tục mới vào sổ từ lần nhập ấy rời sổ. Thủ tục nào đã được sửa sau đó thì hệ thống nói rõ và không lấy lại gì.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.procedures.undoImport.call({ id: asked!.id })}
        onDone={() => {
          renew();
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </Page>
  );
}

function TrialPart({
  fileName,
  trial,
  busy,
  onBring,
  onFaulty,
  onForget,
}: {
  fileName: string;
  trial: Trial;
  busy: boolean;
  onBring: () => void;
  onFaulty: () => void;
  onForget: () => void;
}) {
  const { columns, sheet, headerLine } = trial;
  const bad = countOf(trial, "bad");
  const fresh = countOf(trial, "new") + countOf(trial, "changed") + countOf(trial, "repealed");
  const unknown = columns.filter(({ field, header }) => field === null && header !== "");
  return (
    <Stack gap="sm">
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
          Trang “{sheet}”, tiêu đề ở dòng {headerLine}; đọc được:{" "}
          {columns.flatMap(({ field }) => (field ? procedureListWords[field].header : [])).join(", ")}.
          {unknown.length > 0 && ` Không lấy: ${unknown.map(({ header }) => header).join(", ")}.`}
        </Text>
      </Alert>
      <Group>
        <Button onClick={onBring} disabled={fresh === 0} loading={busy}>
          {fresh === 0 ? "Sổ đã có đủ" : `Nhập ${fresh.toLocaleString("vi-VN")} thủ tục`}
        </Button>
        {bad > 0 && (
          <Button variant="default" onClick={onFaulty}>
            Tải {bad} dòng chưa đúng (.xlsx)
          </Button>
        )}
        <Button variant="subtle" onClick={onForget}>
          Bỏ tệp này
        </Button>
      </Group>
      <Rows trial={trial} />
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
