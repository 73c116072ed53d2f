import { Alert, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useState } from "react";
import { LARGEST_SHEET } from "#platform/sheets/list-contract.ts";

const always = ["xlsx", "csv", "tsv", "txt"];
/** What every list that is told apart by its heads is read from besides. */
const usual = ["xls", "json"];

const megabytes = (bytes: number) => `${Math.floor(bytes / 1024 / 1024)} MB`;

/** Why these files are not read, and what to do; null when there is exactly one that may be. */
function whyRejected(files: File[], also: readonly string[], largest: number): string | null {
  const [file, ...others] = files;
  if (!file || others.length > 0) return "Mỗi lần chỉ đọc một tệp; hãy kéo lại đúng một bảng tính.";
  const ending = file.name.toLowerCase().split(".").at(-1)!;
  if (![...always, ...also].includes(ending))
    return `Tệp “${file.name}” không phải bảng tính đọc được (${[...always.slice(0, 2), ...also].map((one) => `.${one}`).join(", ")}); chưa có gì được ghi. Hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.`;
  if (file.size > largest)
    return `Tệp “${file.name}” lớn hơn ${megabytes(largest)} nên không được nhận; chưa có gì được ghi. Hãy chép riêng bảng cần nhập sang tệp mới.`;
  return null;
}

/** Where a spreadsheet is dropped or chosen; `what` names the list ("bảng nhiệm vụ"). */
export function SheetDrop({
  what,
  mostLines,
  busy,
  also = usual,
  largest = LARGEST_SHEET,
  onFile,
}: {
  what: string;
  mostLines: number;
  busy: boolean;
  /** Endings of what this list is read from besides, as ["json"]. */
  also?: readonly string[];
  /** In bytes. */
  largest?: number;
  onFile: (file: File) => void;
}) {
  const [rejected, setRejected] = useState<string | null>(null);
  return (
    <>
      <Dropzone
        onDrop={async (files) => {
          const why = whyRejected(files, also, largest);
          setRejected(why);
          const [file] = files;
          // Kept in memory: Excel may write to the file while the lines are looked at.
          if (why === null && file) onFile(new File([await file.arrayBuffer()], file.name));
        }}
        onReject={(files) =>
          setRejected(
            whyRejected(
              files.map(({ file }) => file),
              also,
              largest,
            ),
          )
        }
        disabled={busy}
        multiple={false}
        inputProps={{ "aria-label": `Chọn ${what}` }}
      >
        <Stack align="center" py="lg" gap={4}>
          <Text fw={600}>Kéo {what} vào đây, hoặc bấm để chọn</Text>
          <Text size="sm" c="gray.7">
            Tệp{" "}
            {[".xlsx", ".csv", ...also.map((one) => `.${one}`)].join(", ").replace(/, ([^,]+)$/u, " hoặc $1")}
            , nhiều nhất {megabytes(largest)} và {mostLines.toLocaleString("vi-VN")} dòng. Chưa có gì được ghi
            cho đến khi bạn bấm nhập.
          </Text>
        </Stack>
      </Dropzone>
      {rejected && (
        <Alert color="red" variant="light" role="alert">
          {rejected}
        </Alert>
      )}
    </>
  );
}
