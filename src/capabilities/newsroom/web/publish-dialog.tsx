import { Button, Group, Modal, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";

/** Now (with half a minute to take it back) or at a time of Việt Nam. */
export function PublishDialog({
  opened,
  onClose,
  onPublish,
  pending,
  error,
}: {
  opened: boolean;
  onClose: () => void;
  onPublish: (at: string | null) => void;
  pending: boolean;
  error: unknown;
}) {
  const [when, setWhen] = useState<"now" | "later">("now");
  const [local, setLocal] = useState("");
  const tooFar =
    when === "later" &&
    isWholeMoment(local) &&
    Date.parse(`${local}:00+07:00`) > Date.now() + 366 * 86_400_000;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Đăng lên cổng thông tin"
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (tooFar) return;
          onPublish(when === "now" ? null : new Date(`${local}:00+07:00`).toISOString());
        }}
      >
        <Stack>
          <Radio.Group label="Khi nào" value={when} onChange={(value) => setWhen(value as typeof when)}>
            <Stack gap="xs" mt="xs">
              <Radio
                value="now"
                label="Đăng ngay"
                description="Bài lên cổng sau 30 giây; trong lúc đó vẫn hoàn tác được."
              />
              <Radio value="later" label="Hẹn giờ" description="Theo giờ Việt Nam." />
            </Stack>
          </Radio.Group>
          {when === "later" && (
            <MomentField
              dayLabel="Ngày đăng"
              timeLabel="Giờ đăng"
              required
              value={local}
              onChange={setLocal}
            />
          )}
          {tooFar && (
            <Text size="sm" c="red.8" role="alert">
              Giờ hẹn xa hơn một năm; hãy kiểm tra lại ngày, nhất là năm.
            </Text>
          )}
          <Text size="sm">Đúng bản đã duyệt sẽ được đăng; sửa bài trước giờ đăng sẽ làm mất lượt duyệt.</Text>
          <ErrorNotice error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Không, quay lại
            </Button>
            <Button
              type="submit"
              loading={pending}
              disabled={when === "later" && (!isWholeMoment(local) || tooFar)}
            >
              {when === "now" ? "Đăng ngay" : "Hẹn giờ"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
