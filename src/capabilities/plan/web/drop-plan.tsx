import { Alert, Progress, Stack, Text, Title } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { useGo } from "#ui/navigation.tsx";
import { api } from "./api.ts";
import { uploadPlan } from "./upload-plan.ts";

const LARGEST = 30 * 1024 * 1024;

const readable = /\.(docx|odt|pdf|txt|md)$/iu;

/** Why these files cannot be read, and what to do; null when there is exactly one that may be. */
function whyRejected(files: File[]): string | null {
  const [file, ...others] = files;
  if (!file || others.length > 0) return "Mỗi lần chỉ đọc một tệp; hãy kéo lại đúng một tệp kế hoạch.";
  if (!readable.test(file.name))
    return `Tệp “${file.name}” không thuộc loại đọc được; chưa có gì được ghi. Hãy mở bằng phần mềm soạn thảo, lưu thành .docx rồi chọn lại.`;
  if (file.size > LARGEST)
    return `Tệp “${file.name}” lớn hơn 30 MB nên không được nhận; chưa có gì được ghi. Hãy bỏ bớt ảnh trong tệp rồi chọn lại.`;
  return null;
}

/** The place where a plan document is dropped: sent, read, then shown for correction. */
export function DropPlan() {
  const go = useGo();
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const [rejected, setRejected] = useState<string | null>(null);
  const read = useMutation({
    mutationFn: (file: File) => uploadPlan(file, setSent),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: api.plan.listImports.key() });
      go(`/ke-hoach/xem-truoc/${id}`);
    },
  });
  const percent = Math.round(sent * 100);
  const step =
    sent < 1
      ? `Đang gửi ${read.variables?.name ?? ""}: ${percent}%`
      : "Đã gửi xong, đang đọc các mục, nhiệm vụ…";
  return (
    <Stack gap="xs" component="section" aria-labelledby="nhap-ke-hoach">
      <Title order={2} size="h4" id="nhap-ke-hoach">
        Nhập kế hoạch từ tệp
      </Title>
      <Dropzone
        onDrop={(files) => {
          const why = whyRejected(files);
          setRejected(why);
          read.reset();
          setSent(0);
          if (why === null) read.mutate(files[0]!);
        }}
        onReject={(files) => {
          read.reset();
          setRejected(whyRejected(files.map(({ file }) => file)));
        }}
        disabled={read.isPending}
        multiple={false}
        inputProps={{ "aria-label": "Chọn tệp kế hoạch" }}
      >
        <Stack align="center" py="lg" gap={4}>
          <Text fw={600}>Kéo tệp kế hoạch vào đây, hoặc bấm để chọn</Text>
          <Text size="sm" c="gray.7">
            Tệp .docx, .odt, .pdf có lớp chữ, .txt hoặc .md, nhiều nhất 30 MB. Chưa có gì được ghi cho đến khi
            bạn xác nhận.
          </Text>
        </Stack>
      </Dropzone>
      {read.isPending && (
        <Stack gap={4}>
          <Text size="sm" role="status">
            {step}
          </Text>
          <Progress value={percent} animated={sent >= 1} aria-label={step} />
        </Stack>
      )}
      {rejected && (
        <Alert color="red" variant="light" role="alert">
          {rejected}
        </Alert>
      )}
      <ErrorNotice error={read.error} />
    </Stack>
  );
}
