import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { saveFile } from "#ui/save-file.ts";
import { ImportList } from "#ui/sheets/import-list.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { sayDone } from "#ui/undo.tsx";
import { LARGEST_DOSSIER_SHEET } from "../../imports/largest-sheet.ts";
import { api, type MadeImport } from "../api.ts";
import { currentPeriod, PeriodSelect } from "../period-select.tsx";
import { RunProgress } from "./run-progress.tsx";
import { TrialPart } from "./trial-part.tsx";

const MOST_ROWS = 500_000;

/** A sheet of dossiers: tried first, taken in at once, taken back as a whole. */
export function ImportTab() {
  const queries = useQueryClient();
  const made = useQuery(api.timeliness.imports.queryOptions());
  const [period, setPeriod] = useState(currentPeriod());
  const [file, setFile] = useState<File | null>(null);
  const [runId, setRunId] = useState(newId);
  const [asked, setAsked] = useState<MadeImport | null>(null);
  const renew = () => void queries.invalidateQueries({ queryKey: api.timeliness.key() });
  const begin = () => {
    const id = newId();
    setRunId(id);
    return id;
  };
  const attempt = useMutation({
    mutationFn: (chosen: { file: File; period: string }) =>
      api.timeliness.trySheet.call({ ...chosen, runId: begin() }),
  });
  const bring = useMutation({
    mutationFn: () => api.timeliness.importSheet.call({ file: file!, period, runId: begin() }),
    onSuccess: ({ already, added, changed, unchanged }) => {
      setFile(null);
      attempt.reset();
      renew();
      sayDone(
        already
          ? "Bảng này đã nhập cho kỳ này rồi; không có gì thay đổi."
          : `Đã nhập: ${added} hồ sơ mới, ${changed} thay đổi, ${unchanged} như cũ.`,
      );
    },
  });
  const faulty = useMutation({
    mutationFn: () => api.timeliness.faultyRows.call({ file: file!, period, runId: begin() }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const busy = attempt.isPending || bring.isPending || faulty.isPending;
  const look = (chosen: File | null, code: string) => {
    setFile(chosen);
    bring.reset();
    faulty.reset();
    if (chosen) attempt.mutate({ file: chosen, period: code });
    else attempt.reset();
  };
  const may = made.data?.may;
  return (
    <Stack>
      {may && !may.import?.allowed && (
        <Alert color="gray" variant="light">
          Bảng hồ sơ do Văn phòng và biên tập nhập.
        </Alert>
      )}
      {may?.import?.allowed && (
        <>
          <Text size="sm">
            Xuất bảng hồ sơ từ hệ thống một cửa rồi thả vào đây; cột ở thứ tự nào, tên thế nào cũng đọc được.
            Bảng sau ghi đè bảng trước theo mã hồ sơ; cùng một tệp nhập hai lần không đổi gì.
          </Text>
          <PeriodSelect
            label="Bảng của kỳ"
            value={period}
            onChange={(code) => {
              setPeriod(code);
              if (file && !busy) look(file, code);
            }}
          />
          <SheetDrop
            what="bảng hồ sơ"
            mostLines={MOST_ROWS}
            largest={LARGEST_DOSSIER_SHEET}
            busy={busy}
            also={["xls", "json", "ndjson"]}
            onFile={(chosen) => look(chosen, period)}
          />
          {busy && <RunProgress runId={runId} />}
          <ErrorNotice error={attempt.error} />
          <ErrorNotice error={bring.error ?? faulty.error} />
          {file && attempt.data && !busy && (
            <TrialPart
              fileName={file.name}
              trial={attempt.data}
              onBring={() => bring.mutate()}
              onFaulty={() => faulty.mutate()}
              onForget={() => look(null, period)}
            />
          )}
          {file && attempt.isError && (
            <Group>
              <Button variant="default" onClick={() => look(file, period)}>
                Xem thử lại
              </Button>
              <Button variant="subtle" onClick={() => look(null, period)}>
                Bỏ tệp này
              </Button>
            </Group>
          )}
        </>
      )}
      <ImportList
        query={made}
        verb="import"
        left={({ period: code, read, rejected, added, changed }) =>
          `kỳ ${code}: ${read.toLocaleString("vi-VN")} dòng, không nhận ${rejected.toLocaleString("vi-VN")}; ${added.toLocaleString("vi-VN")} hồ sơ mới, ${changed.toLocaleString("vi-VN")} thay đổi`
        }
        onUndo={setAsked}
      />
      <FormDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title="Lấy lại cả lần nhập"
        lead={`Hồ sơ mới từ “${asked?.fileName ?? ""}” rời khỏi số liệu, hồ sơ mà bảng này đã thay trở lại như trước. Số đã công khai và báo cáo đã chốt giữ nguyên.`}
        initial={{}}
        verb="Lấy lại"
        submit={() => api.timeliness.undoImport.call({ id: asked!.id })}
        onDone={() => {
          renew();
          sayDone("Đã lấy lại lần nhập.");
        }}
      >
        {() => null}
      </FormDialog>
    </Stack>
  );
}
