import { Alert, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DataTable } from "#ui/data-table.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import type { MayAnswer } from "#ui/may-button.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type LineState, lineStates } from "../../importing/line-state.ts";
import { api, type TriedLines } from "../api.ts";

const MOST_RESULTS = 2_000;

const tones: Record<LineState, StateTone> = { new: "draft", changed: "note", same: "none", bad: "failed" };

const countOf = (lines: TriedLines, wanted: LineState) =>
  lines.filter(({ state }) => state === wanted).length;

/** A sheet of results: tried line by line first, then taken in whole or not at all. */
export function BringResults({ may, onBrought }: { may: MayAnswer | undefined; onBrought: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [reason, setReason] = useState("");
  const attempt = useMutation({
    mutationFn: (chosen: File) => api.indices.tryResults.call({ file: chosen }),
  });
  const forget = () => {
    setFile(null);
    setReason("");
    attempt.reset();
  };
  const bring = useMutation({
    mutationFn: () => api.indices.importResults.call({ file: file!, reason }),
    onSuccess: ({ added, changed, unchanged }) => {
      forget();
      onBrought();
      sayDone(`Đã nhập: ${added} kết quả mới, ${changed} kết quả sửa, ${unchanged} như cũ.`);
    },
  });
  if (may && !may.record?.allowed)
    return (
      <Text size="sm" c="gray.7">
        Kết quả do Văn phòng và biên tập nhập.
      </Text>
    );
  const lines = attempt.data?.lines;
  return (
    <Stack component="section" aria-labelledby="nhap-bang" align="stretch">
      <Title order={2} size="h4" id="nhap-bang">
        Nhập từ bảng
      </Title>
      <SheetDrop
        what="bảng kết quả"
        mostLines={MOST_RESULTS}
        busy={attempt.isPending || bring.isPending}
        also={["xls", "json"]}
        onFile={(chosen) => {
          setFile(chosen);
          bring.reset();
          attempt.mutate(chosen);
        }}
      />
      <Text size="sm">
        Các cột: Chỉ số, Đơn vị, Năm, Thành phần (để trống là cả chỉ số), Điểm, Hạng (4 hoặc 4/63), Ngày công
        bố, Nguồn, Đường dẫn, Chắc chắn, Ghi chú.
      </Text>
      <ErrorNotice error={attempt.error ?? bring.error} />
      {file && lines && (
        <Trial
          {...{ file, lines, reason, setReason }}
          isBringing={bring.isPending}
          onBring={() => bring.mutate()}
          onForget={forget}
        />
      )}
    </Stack>
  );
}

function Trial({
  file,
  lines,
  reason,
  setReason,
  isBringing,
  onBring,
  onForget,
}: {
  file: File;
  lines: TriedLines;
  reason: string;
  setReason: (reason: string) => void;
  isBringing: boolean;
  onBring: () => void;
  onForget: () => void;
}) {
  const [fresh, changed, bad] = [countOf(lines, "new"), countOf(lines, "changed"), countOf(lines, "bad")];
  const isBad = bad > 0;
  return (
    <Stack>
      <Alert
        color={isBad ? "red" : "blue"}
        variant="light"
        title={isBad ? `“${file.name}” chưa nhập được` : `Xem thử “${file.name}”, chưa ghi gì`}
      >
        <Text size="sm" role="status">
          {fresh} kết quả mới, {changed} kết quả sửa, {countOf(lines, "same")} như cũ, {bad} dòng chưa đúng.
          {isBad && " Hãy sửa bảng rồi chọn lại; chưa dòng nào được nhập."}
        </Text>
      </Alert>
      {changed > 0 && !isBad && (
        <TextInput
          label="Lý do sửa kết quả đã ghi"
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button
          disabled={isBad || fresh + changed === 0 || (changed > 0 && reason.trim() === "")}
          loading={isBringing}
          onClick={onBring}
        >
          {fresh + changed === 0 && !isBad ? "Đã có đủ" : `Nhập ${fresh + changed} kết quả`}
        </Button>
        <Button variant="subtle" onClick={onForget}>
          Bỏ tệp này
        </Button>
      </Group>
      <DataTable
        caption="Từng dòng của bảng, theo thứ tự trong bảng"
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: "dong", header: "Dòng", numeric: true, cell: ({ line }) => line },
          {
            key: "viec",
            header: "Sẽ làm",
            cell: ({ state }) => <StateBadge tone={tones[state]} word={lineStates[state]} />,
          },
          { key: "ve", header: "Kết quả của", cell: ({ about }) => about },
          { key: "truoc", header: "Đang ghi", cell: ({ before }) => before },
          {
            key: "sau",
            header: "Trong bảng",
            cell: ({ after, errors }) =>
              errors.length > 0 ? (
                <Text size="sm" c="red.9">
                  {errors.join(" ")}
                </Text>
              ) : (
                after
              ),
          },
        ]}
      />
    </Stack>
  );
}
