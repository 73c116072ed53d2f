import { Button, FileInput, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { DateField } from "#ui/date-field.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { api } from "./api.ts";

/** Records number, date and the signed PDF that the registry has issued. */
export function SubmitForm({
  id,
  opened,
  onClose,
  onDone,
}: {
  id: string;
  opened: boolean;
  onClose: () => void;
  onDone: () => void | Promise<void>;
}) {
  const [number, setNumber] = useState("");
  const [issuedOn, setIssuedOn] = useState<string | null>(today().toString());
  const [signedCopy, setSignedCopy] = useState<File | null>(null);
  const submit = useMutation(api.reports.submit.mutationOptions({ onSuccess: onDone }));
  const errors = fieldErrors(submit.error);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Ghi số, ngày ban hành"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit.mutate({ id, number, issuedOn: issuedOn ?? "", signedCopy });
        }}
      >
        <Stack>
          <Text size="sm">
            Ghi lại số và ngày mà văn thư đã cấp trên hệ thống quản lý văn bản. Hệ thống này không cấp số và
            không ký thay.
          </Text>
          <TextInput
            label="Số văn bản"
            description="Chỉ phần số, ví dụ 152"
            required
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={errors.number}
            data-autofocus
          />
          <DateField
            label="Ngày ban hành"
            required
            value={issuedOn}
            onChange={setIssuedOn}
            error={errors.issuedOn}
          />
          <FileInput
            label="Bản PDF đã ký (nếu có)"
            description="Giữ nguyên tệp; hệ thống chưa kiểm tra chữ ký số trong tệp"
            placeholder="Chọn tệp PDF"
            accept="application/pdf"
            clearable
            value={signedCopy}
            onChange={setSignedCopy}
            error={errors.signedCopy}
          />
          <ErrorNotice error={submit.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Không, quay lại
            </Button>
            <Button type="submit" loading={submit.isPending}>
              Ghi nhận
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
