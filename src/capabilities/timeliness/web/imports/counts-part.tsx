import { Alert, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { LARGEST_SHEET } from "#platform/sheets/list-contract.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { saveFile } from "#ui/save-file.ts";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type CountsTrial } from "../api.ts";
import { PeriodSelect } from "../period-select.tsx";
import type { PartOfImport } from "./dossiers-part.tsx";
import { Lines } from "./lines.tsx";

const MOST_ROWS = 20_000;
const number = (value: number) => value.toLocaleString("vi-VN");

/** A sheet of what a system counted, for units of which it gives no dossiers. */
export function CountsPart({ period, setPeriod, renew }: PartOfImport) {
  const [file, setFile] = useState<File | null>(null);
  const attempt = useMutation({
    mutationFn: (chosen: { file: File; period: string }) => api.timeliness.tryCounts.call(chosen),
  });
  const bring = useMutation({
    mutationFn: () => api.timeliness.importCounts.call({ file: file!, period }),
    onSuccess: ({ already, added, changed, unchanged }) => {
      setFile(null);
      attempt.reset();
      renew();
      sayDone(
        already
          ? "Bảng này đã nhập cho kỳ này rồi; không có gì thay đổi."
          : `Đã nhập: ${added} dòng mới, ${changed} thay đổi, ${unchanged} như cũ.`,
      );
    },
  });
  const faulty = useMutation({
    mutationFn: () => api.timeliness.faultyCountRows.call({ file: file!, period }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const busy = attempt.isPending || bring.isPending;
  const look = (chosen: File | null, code = period) => {
    setFile(chosen);
    bring.reset();
    faulty.reset();
    if (chosen) attempt.mutate({ file: chosen, period: code });
    else attempt.reset();
  };
  return (
    <>
      <Text size="sm">
        Mỗi dòng là số của một đơn vị trong một kỳ: tiếp nhận, đã giải quyết, đang giải quyết. Đơn vị đã có hồ
        sơ trong kỳ thì số liệu chỉ đếm từ hồ sơ; số tổng hợp chỉ dùng cho đơn vị không có hồ sơ nào, hoặc khi
        cơ quan chọn ở thẻ Số liệu, nên không cộng hai lần.
      </Text>
      <Group>
        <PeriodSelect
          label="Kỳ của dòng không ghi kỳ"
          value={period}
          onChange={(code) => {
            setPeriod(code);
            if (file && !busy) look(file, code);
          }}
        />
      </Group>
      <SheetDrop
        what="bảng số tổng hợp"
        mostLines={MOST_ROWS}
        largest={LARGEST_SHEET}
        busy={busy}
        also={["xls", "json", "ndjson"]}
        onFile={(chosen) => look(chosen)}
      />
      <ErrorNotice error={attempt.error ?? bring.error ?? faulty.error} />
      {file && attempt.data && !busy && (
        <CountsTrialPart
          fileName={file.name}
          trial={attempt.data}
          onBring={() => bring.mutate()}
          onFaulty={() => faulty.mutate()}
          packing={faulty.isPending}
          onForget={() => look(null)}
        />
      )}
    </>
  );
}

function CountsTrialPart({
  fileName,
  trial,
  onBring,
  onFaulty,
  packing,
  onForget,
}: {
  fileName: string;
  trial: CountsTrial;
  onBring: () => void;
  onFaulty: () => void;
  /** The file of the faulty rows is being written. */
  packing: boolean;
  onForget: () => void;
}) {
  const { doubted, already, missing, columns, periods } = trial;
  const fresh = trial.added + trial.changed;
  const facts = [
    `đọc ${number(trial.read)} dòng`,
    `${number(trial.added)} mới`,
    `${number(trial.changed)} thay đổi`,
    `${number(trial.unchanged)} như cũ`,
    `${number(trial.rejected)} dòng chưa đúng`,
    trial.duplicates > 0 && `${number(trial.duplicates)} dòng trùng, tính một lần`,
    trial.superseded > 0 && `${number(trial.superseded)} dòng bị dòng sau thay`,
    trial.skipped > 0 && `${number(trial.skipped)} dòng tiêu đề, tổng cộng bỏ qua`,
  ].filter(Boolean);
  return (
    <Stack gap="sm" component="section" aria-labelledby="xem-thu">
      <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
        Xem thử: {fileName}
      </Title>
      <Alert
        color={doubted ? "red" : "blue"}
        variant="light"
        title={doubted ? "Chưa nhập được" : "Chưa ghi gì"}
      >
        <Text size="sm" role="status">
          {doubted ?? `${facts.join("; ")}.`}
        </Text>
        {already && <Text size="sm">Bảng này đã nhập cho kỳ này rồi; nhập lại không đổi gì.</Text>}
        {periods.length > 0 && (
          <Text size="sm">
            Theo kỳ: {periods.map(({ period, rows }) => `${period} ${number(rows)} dòng`).join("; ")}.
          </Text>
        )}
        <Text size="sm">
          Trang “{trial.sheet}”, tiêu đề ở dòng {trial.headerLine}; đọc các cột:{" "}
          {columns
            .filter(({ taken }) => taken)
            .map(({ header }) => header)
            .join("; ")}
          .
        </Text>
        {columns.some(({ taken }) => !taken) && (
          <Text size="sm">
            Không dùng các cột:{" "}
            {columns
              .filter(({ taken, header }) => !taken && header !== "")
              .map(({ header }) => header)
              .join("; ")}
            .
          </Text>
        )}
        {missing.length > 0 && (
          <Text size="sm">Bảng không có cột: {missing.join("; ")}; tỷ lệ cần cột ấy sẽ không có.</Text>
        )}
      </Alert>
      <Group>
        <Button onClick={onBring} disabled={doubted !== null || already || fresh === 0}>
          {already || fresh === 0 ? "Đã có đủ" : `Nhập ${number(fresh)} dòng`}
        </Button>
        {trial.rejected > 0 && (
          <Button variant="default" loading={packing} onClick={onFaulty}>
            Tải riêng {number(trial.rejected)} dòng chưa đúng (.xlsx)
          </Button>
        )}
        <Button variant="subtle" onClick={onForget}>
          Bỏ tệp này
        </Button>
      </Group>
      <Lines
        id="dong-chua-dung"
        title="Dòng chưa đúng, không được nhập"
        count={trial.errorCount}
        lines={trial.errors.map(({ row, message }) => ({ key: row, text: `Dòng ${row}: ${message}` }))}
      />
      <Lines
        id="dong-nen-xem"
        title="Dòng không khớp hoặc nên xem lại, vẫn được nhập"
        count={trial.warningCount}
        lines={trial.warnings.map(({ row, message }) => ({ key: row, text: `Dòng ${row}: ${message}` }))}
      />
    </Stack>
  );
}
