import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { newId } from "#ui/new-id.ts";
import { saveFile } from "#ui/save-file.ts";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { sayDone } from "#ui/undo.tsx";
import { LARGEST_DOSSIER_SHEET } from "../../imports/largest-sheet.ts";
import { api } from "../api.ts";
import { PeriodSelect } from "../period-select.tsx";
import { DossierProgress } from "./dossier-progress.tsx";
import { TrialPart } from "./trial-part.tsx";

const MOST_ROWS = 500_000;

export interface PartOfImport {
  period: string;
  setPeriod: (code: string) => void;
  renew: () => void;
}

/** A sheet of dossiers, one a row; it may be the whole state of its moment. */
export function DossiersPart({ period, setPeriod, renew }: PartOfImport) {
  const [file, setFile] = useState<File | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const [runId, setRunId] = useState(newId);
  const begin = () => {
    const id = newId();
    setRunId(id);
    return id;
  };
  const mode = isWhole ? ("snapshot" as const) : ("upsert" as const);
  const attempt = useMutation({
    mutationFn: (chosen: { file: File; period: string; mode: "upsert" | "snapshot" }) =>
      api.timeliness.trySheet.call({ ...chosen, runId: begin() }),
  });
  const bring = useMutation({
    mutationFn: () => api.timeliness.importSheet.call({ file: file!, period, mode, runId: begin() }),
    onSuccess: ({ already, added, changed, unchanged, absent }) => {
      setFile(null);
      attempt.reset();
      renew();
      sayDone(
        already
          ? "Bảng này đã nhập cho kỳ này rồi; không có gì thay đổi."
          : `Đã nhập: ${added} hồ sơ mới, ${changed} thay đổi, ${unchanged} như cũ${isWhole ? `, ${absent} không còn trong bảng nên đóng` : ""}.`,
      );
    },
  });
  const faulty = useMutation({
    mutationFn: () => api.timeliness.faultyRows.call({ file: file!, period, mode, runId: begin() }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const busy = attempt.isPending || bring.isPending || faulty.isPending;
  const look = (chosen: File | null, next: { period?: string; mode?: "upsert" | "snapshot" } = {}) => {
    setFile(chosen);
    bring.reset();
    faulty.reset();
    if (chosen) attempt.mutate({ file: chosen, period, mode, ...next });
    else attempt.reset();
  };
  return (
    <>
      <Text size="sm">
        Xuất bảng hồ sơ từ hệ thống một cửa rồi thả vào đây; cột ở thứ tự nào, tên thế nào cũng đọc được. Bảng
        sau ghi đè bảng trước theo mã hồ sơ; cùng một tệp nhập hai lần không đổi gì.
      </Text>
      <Group>
        <PeriodSelect
          label="Bảng của kỳ"
          value={period}
          onChange={(code) => {
            setPeriod(code);
            if (file && !busy) look(file, { period: code });
          }}
        />
      </Group>
      <Checkbox
        label="Bảng này là toàn bộ hồ sơ của các đơn vị có trong bảng"
        description="Hồ sơ đang giải quyết của kỳ mà bảng không còn sẽ đóng, tính là không có kết quả; xem thử nêu từng hồ sơ trước khi nhập."
        checked={isWhole}
        disabled={busy}
        onChange={({ currentTarget: { checked } }) => {
          setIsWhole(checked);
          if (file) look(file, { mode: checked ? "snapshot" : "upsert" });
        }}
      />
      <SheetDrop
        what="bảng hồ sơ"
        mostLines={MOST_ROWS}
        largest={LARGEST_DOSSIER_SHEET}
        busy={busy}
        also={["xls", "json", "ndjson"]}
        onFile={(chosen) => look(chosen)}
      />
      {busy && <DossierProgress runId={runId} />}
      <ErrorNotice error={attempt.error} />
      <ErrorNotice error={bring.error ?? faulty.error} />
      {file && attempt.data && !busy && (
        <TrialPart
          fileName={file.name}
          trial={attempt.data}
          onBring={() => bring.mutate()}
          onFaulty={() => faulty.mutate()}
          onForget={() => look(null)}
        />
      )}
      {file && attempt.isError && (
        <Stack>
          <Group>
            <Button variant="default" onClick={() => look(file)}>
              Xem thử lại
            </Button>
            <Button variant="subtle" onClick={() => look(null)}>
              Bỏ tệp này
            </Button>
          </Group>
        </Stack>
      )}
    </>
  );
}
