import {
  Button,
  Code,
  Group,
  List,
  PasswordInput,
  Stack,
  Switch,
  TagsInput,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "./api.ts";

type Found = Awaited<ReturnType<typeof api.organization.getProvider.call>>;

/** By which provider elsewhere the agency's people may sign in. */
export function ProviderSection() {
  const found = useQuery(api.organization.getProvider.queryOptions());
  return (
    <Stack gap="sm" mt="md">
      <Title order={3} size="h4">
        Đăng nhập chung (OIDC)
      </Title>
      <Asked query={found}>
        {(provider) => <ProviderForm key={provider.provider ? "set" : "new"} found={provider} />}
      </Asked>
    </Stack>
  );
}

const empty = { name: "", issuer: "", clientId: "", domains: [], twoFactorValues: [], active: true };

function ProviderForm({ found: { provider, callbackPath, signedOutPath } }: { found: Found }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(provider ?? empty);
  const [secret, setSecret] = useState("");
  const [removing, setRemoving] = useState(false);
  const change = (changed: Partial<typeof fields>) => setFields({ ...fields, ...changed });
  const again = () => queries.invalidateQueries({ queryKey: api.organization.key() });
  const save = useMutation(
    api.organization.setProvider.mutationOptions({
      onSuccess: () => {
        setSecret("");
        sayDone("Đã lưu nơi đăng nhập chung.");
        void again();
      },
    }),
  );
  const remove = useMutation(
    api.organization.removeProvider.mutationOptions({
      onSuccess: () => {
        setRemoving(false);
        sayDone("Đã bỏ nơi đăng nhập chung.");
        void again();
      },
    }),
  );
  const trial = useMutation(api.organization.tryProvider.mutationOptions());
  const errors = { ...fieldErrors(trial.error), ...fieldErrors(save.error) };
  const errorOf = (field: string) => Object.entries(errors).find(([name]) => name.startsWith(field))?.[1];
  const { issuer, clientId } = fields;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ ...fields, secret });
      }}
    >
      <Stack maw="40rem">
        <Text size="sm" component="div">
          Người của cơ quan đăng nhập bằng tài khoản ở nơi khác, ví dụ hệ thống của tỉnh. Chỉ người đã có
          trong mục Người dùng, với thư điện tử mà nơi đó đã xác minh, mới vào được; không tài khoản nào tự
          được tạo. Địa chỉ quay về để đăng ký ở nơi đó:
          <Code block mt={4} style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>
            {location.origin}
            {callbackPath}
          </Code>
          Địa chỉ quay về sau khi đăng xuất ở đó:
          <Code block mt={4} style={{ whiteSpace: "normal", overflowWrap: "anywhere" }}>
            {location.origin}
            {signedOutPath}
          </Code>
        </Text>
        <TextInput
          label="Tên trên nút"
          placeholder="Đăng nhập bằng tài khoản của tỉnh"
          value={fields.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
          error={errorOf("name")}
        />
        <TextInput
          label="Địa chỉ (issuer)"
          type="url"
          placeholder="https://sso.example.gov.vn"
          value={issuer}
          onChange={(event) => change({ issuer: event.currentTarget.value })}
          error={errorOf("issuer")}
        />
        <TextInput
          label="Mã ứng dụng (client id)"
          autoComplete="off"
          value={clientId}
          onChange={(event) => change({ clientId: event.currentTarget.value })}
          error={errorOf("clientId")}
        />
        <PasswordInput
          label="Mã bí mật (client secret)"
          description={provider ? "Đã lưu, được mã hóa. Để trống thì giữ như cũ." : "Được mã hóa khi lưu."}
          autoComplete="off"
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": "Hiện hoặc ẩn mã bí mật", tabIndex: 0 }}
          error={errorOf("secret")}
        />
        <TagsInput
          label="Tên miền thư điện tử được phép"
          description="Ví dụ so.example.gov.vn. Gõ từng tên miền rồi nhấn Enter."
          value={fields.domains}
          onChange={(domains) => change({ domains })}
          error={errorOf("domains")}
        />
        <TagsInput
          label="Giá trị acr, amr được tính là hai lớp"
          description="Để trống thì hệ thống tự hỏi mã của lớp thứ hai. Ví dụ mfa."
          value={fields.twoFactorValues}
          onChange={(twoFactorValues) => change({ twoFactorValues })}
          error={errorOf("twoFactorValues")}
        />
        <Switch
          label="Hiện nút ở trang đăng nhập"
          checked={fields.active}
          onChange={(event) => change({ active: event.currentTarget.checked })}
        />
        <ErrorNotice error={save.error ?? trial.error} />
        {trial.data && (
          <List listStyleType="none" withPadding={false} spacing="xs" role="status">
            {trial.data.findings.map(({ ok, text }) => (
              <List.Item key={text} icon={ok ? <IconCheck size={18} /> : <IconAlertTriangle size={18} />}>
                <strong>{ok ? "Được: " : "Chưa được: "}</strong>
                {text}
              </List.Item>
            ))}
          </List>
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Lưu nơi đăng nhập chung
          </Button>
          <Button
            variant="default"
            loading={trial.isPending}
            onClick={() => trial.mutate({ issuer, clientId, secret })}
          >
            Thử kết nối
          </Button>
          {provider && (
            <Button variant="subtle" onClick={() => setRemoving(true)}>
              Bỏ nơi này
            </Button>
          )}
        </Group>
      </Stack>
      <Confirm
        opened={removing}
        onClose={() => setRemoving(false)}
        title="Bỏ nơi đăng nhập chung"
        verb="Bỏ nơi này"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({})}
      >
        Người của cơ quan đăng nhập bằng mật khẩu hoặc khóa truy cập. Người chưa từng đặt mật khẩu cần đường
        dẫn đặt lại mật khẩu.
      </Confirm>
    </form>
  );
}
