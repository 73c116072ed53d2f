import { Box, Button, Group, Modal, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { knowsPasskeys, registerPasskey } from "./passkey.ts";
import { PasswordAsked } from "./password-asked.tsx";

interface Key {
  id: string;
  name: string;
}

/** One's passkeys: sign in by the device's fingerprint, face or PIN instead of the password. */
export function Passkeys() {
  const queries = useQueryClient();
  const passkeys = useQuery(api.organization.listPasskeys.queryOptions());
  const [adding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Key | null>(null);
  const [leaving, setLeaving] = useState<Key | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: api.organization.listPasskeys.key() });
  const remove = useMutation(
    api.organization.removePasskey.mutationOptions({
      onSuccess: () => {
        setLeaving(null);
        sayDone("Đã gỡ khóa truy cập.");
      },
      onSettled: again,
    }),
  );
  return (
    <Box component="section" aria-labelledby="khoa-truy-cap">
      <Stack gap="sm">
        <Title order={2} id="khoa-truy-cap">
          Khóa truy cập
        </Title>
        <Text size="sm">
          Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của máy, không cần gõ mật khẩu hay mã; tính là hai
          lớp. Chỉ thêm trên máy của riêng bạn.
        </Text>
        <Asked query={passkeys}>
          {({ passkeys: rows }) =>
            rows.length > 0 && (
              <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
                {rows.map(({ id, name, addedAt }) => (
                  <Paper component="li" key={id} withBorder p="sm">
                    <Group justify="space-between" gap="xs">
                      <Box flex="1 1 12rem" miw={0}>
                        <Text fw={600} style={{ overflowWrap: "anywhere" }}>
                          {name}
                        </Text>
                        <Text size="sm" c="gray.7">
                          Thêm lúc <MomentText at={addedAt} />
                        </Text>
                      </Box>
                      <Group gap="xs">
                        <Button
                          size="sm"
                          variant="default"
                          aria-label={`Đổi tên ${name}`}
                          onClick={() => setRenamed({ id, name })}
                        >
                          Đổi tên
                        </Button>
                        <Button
                          size="sm"
                          variant="default"
                          aria-label={`Gỡ ${name}`}
                          onClick={() => setLeaving({ id, name })}
                        >
                          Gỡ
                        </Button>
                      </Group>
                    </Group>
                  </Paper>
                ))}
              </Stack>
            )
          }
        </Asked>
        {knowsPasskeys() ? (
          <Button variant="default" w="fit-content" onClick={() => setAdding(true)}>
            Thêm khóa truy cập
          </Button>
        ) : (
          <Text size="sm">Trình duyệt này không dùng được khóa truy cập.</Text>
        )}
      </Stack>
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title="Thêm khóa truy cập"
        closeOnClickOutside={false}
        closeButtonProps={{ "aria-label": "Đóng" }}
      >
        <AddPasskey
          onDone={() => {
            setAdding(false);
            sayDone("Đã thêm khóa truy cập; lần sau đăng nhập không cần mật khẩu.");
            void again();
          }}
        />
      </Modal>
      <FormDialog
        key={renamed?.id}
        opened={renamed !== null}
        onClose={() => setRenamed(null)}
        title="Đổi tên khóa truy cập"
        size="md"
        initial={{ name: renamed?.name ?? "" }}
        verb="Lưu tên"
        submit={({ name }) => api.organization.renamePasskey.call({ id: renamed?.id ?? "", name })}
        onDone={() => {
          sayDone("Đã đổi tên.");
          void again();
        }}
      >
        {(form) => <TextInput label="Tên" required data-autofocus {...form.getInputProps("name")} />}
      </FormDialog>
      <Confirm
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        title={`Gỡ khóa truy cập ${leaving?.name ?? ""}`}
        verb="Gỡ khóa"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate({ id: leaving.id })}
      >
        Máy giữ khóa này không đăng nhập được bằng khóa nữa; mật khẩu vẫn dùng được. Khóa còn lưu trong máy
        thì xóa thêm ở phần cài đặt của máy.
      </Confirm>
    </Box>
  );
}

/** The password, then the name, then the device asks. */
function AddPasskey({ onDone }: { onDone: () => void }) {
  const [options, setOptions] = useState<unknown>(null);
  const [name, setName] = useState("");
  const add = useMutation({ mutationFn: () => registerPasskey(options, name.trim()), onSuccess: onDone });
  if (options === null)
    return (
      <PasswordAsked
        act="passkey/register-options"
        verb="Tiếp tục"
        onDone={({ options: given }) => setOptions(given)}
      >
        Nhập mật khẩu để thêm khóa truy cập trên máy này.
      </PasswordAsked>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack>
        <ErrorNotice error={add.error} />
        <TextInput
          label="Tên để nhận ra máy này"
          description="Ví dụ: Điện thoại cá nhân, Máy tính ở phòng."
          required
          withAsterisk={false}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoFocus
        />
        <Group>
          <Button type="submit" loading={add.isPending}>
            Tạo khóa trên máy này
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
