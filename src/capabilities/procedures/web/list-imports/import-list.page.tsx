import { Alert, Anchor, Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { LARGEST_LIST } from "#platform/sheets/list-contract.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import type { SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import type { ProcedureKey } from "../../reading/procedure-columns.ts";
import { api } from "../api.ts";
import { ListProgress } from "./list-progress.tsx";
import { TrialPart } from "./trial-part.tsx";
import { UndoDialog } from "./undo-dialog.tsx";

/** What holds for any list, and how this one is read. */
interface Said extends SheetSaid<ProcedureKey> {
  isFull: "no" | "yes";
  reason: string;
}
type Made = Awaited<ReturnType<typeof api.procedures.imports.call>>["imports"][number];

const MOST_ROWS = 50_000;

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
  const [runId, setRunId] = useState(newId);
  /** Who stops wants the file read no more. */
  const isStopped = useRef(false);
  const begin = () => {
    const id = newId();
    isStopped.current = false;
    setRunId(id);
    return id;
  };
  const sheet = useSheetImport({
    tryIt: ({ file, said: how }: ChosenSheet<Said>) =>
      api.procedures.tryList.call({ file, ...how, runId: begin() }),
    bringIt: ({ file, said: how, seen }) =>
      api.procedures.importList.call({ file, ...how, seen, validFrom, runId: begin() }),
    faultyOf: ({ file, said: how }) => api.procedures.faultyListRows.call({ file, ...how, runId: begin() }),
    readsAnew: () => !isStopped.current,
    onBrought: ({ importId, counts }) => {
      renew();
      sayDone(
        importId === null
          ? "Sổ đã có đủ, không ghi gì thêm."
          : `Đã nhập: ${counts.new} mới, ${counts.changed} thay đổi, ${counts.repealed} bãi bỏ.`,
      );
    },
  });
  const { chosen, trial } = sheet;
  const isWorking = sheet.busy || sheet.faulty.isPending;
  const say = (change: Partial<Said>) => {
    setSaid({ ...said, ...change });
    if (chosen && change.isFull !== undefined)
      sheet.look({ file: chosen.file, said: { ...chosen.said, ...change } });
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
            busy={isWorking}
            onFile={(file) => sheet.look({ file, said })}
          />
          {isWorking && (
            <ListProgress
              key={runId}
              runId={runId}
              onStop={() => {
                isStopped.current = true;
              }}
            />
          )}
          <ErrorNotice error={sheet.attempt.error} />
          {chosen && sheet.attempt.isError && (
            <Group>
              <Button variant="default" onClick={() => sheet.look(chosen)}>
                Xem thử lại
              </Button>
              <Button variant="subtle" onClick={sheet.forget}>
                Bỏ tệp này
              </Button>
            </Group>
          )}
          <ErrorNotice error={sheet.bring.error ?? sheet.faulty.error} />
          {chosen && trial && (
            <TrialPart
              fileName={chosen.file.name}
              trial={trial}
              said={chosen.said}
              busy={isWorking}
              onSay={(how) => {
                const { isFull, reason } = said;
                sheet.look({ file: chosen.file, said: { isFull, reason, ...how } });
              }}
              onBring={() =>
                sheet.bring.mutate({ ...chosen, said: { ...chosen.said, ...said }, seen: trial.seen })
              }
              onFaulty={() => sheet.faulty.mutate(chosen)}
              onForget={sheet.forget}
            />
          )}
        </Stack>
      )}
      <ImportList
        query={made}
        verb="save"
        left={({ left }) => `${left.toLocaleString("vi-VN")} thủ tục`}
        onUndo={setAsked}
      />
      <UndoDialog made={asked} onClose={() => setAsked(null)} onDone={renew} />
    </Page>
  );
}
