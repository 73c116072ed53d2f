import {
  Alert,
  Button,
  Checkbox,
  Group,
  Paper,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { Confirm } from "#ui/confirm.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Found = Awaited<ReturnType<typeof api.newsroom.speechServer.call>>["server"];

/** Which server of the agency's own reads its bulletins; administrators alone see it. */
export function SpeechServerForm() {
  const found = useQuery(api.newsroom.speechServer.queryOptions());
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="may-chu-doc">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id="may-chu-doc">
            Máy chủ đọc riêng
          </Title>
          <Text size="sm" c="gray.7">
            Cơ quan có máy chủ giọng đọc do mình đặt hoặc thuê, gọi theo kiểu /v1/audio/speech, thì khai ở đây
            để máy đọc hay hơn. Máy chủ ấy không đọc được thì giọng có sẵn đọc thay và bản thu ghi rõ ai đọc.
          </Text>
        </div>
        <Asked query={found}>{({ server }) => <Fields key={server ? "set" : "new"} server={server} />}</Asked>
      </Stack>
    </Paper>
  );
}

const empty = { host: "", model: "", voice: "", isActive: false, isOwn: false, hasKey: false };

function Fields({ server }: { server: Found }) {
  const queries = useQueryClient();
  const { hasKey, ...given } = server ?? empty;
  const [fields, setFields] = useState(given);
  const [key, setKey] = useState("");
  const [withoutKey, setWithoutKey] = useState(false);
  const [removing, setRemoving] = useState(false);
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const kept = (saved: { server: Found }) => {
    queries.setQueryData(api.newsroom.speechServer.queryKey(), saved);
    void queries.invalidateQueries({ queryKey: api.newsroom.machineVoice.key() });
    setKey("");
    setWithoutKey(false);
  };
  const save = useMutation(
    api.newsroom.setSpeechServer.mutationOptions({
      onSuccess: (saved) => {
        kept(saved);
        if (saved.server) change({ host: saved.server.host });
        sayDone("Đã lưu máy chủ đọc riêng.");
      },
    }),
  );
  const remove = useMutation(
    api.newsroom.removeSpeechServer.mutationOptions({
      onSuccess: (saved) => {
        kept(saved);
        setRemoving(false);
        sayDone("Đã bỏ máy chủ đọc riêng.");
      },
    }),
  );
  const trial = useMutation(api.newsroom.trySpeechServer.mutationOptions());
  const errors = { ...fieldErrors(trial.error), ...fieldErrors(save.error) };
  const asked = { ...fields, key: withoutKey ? "" : key || null };
  const otherHost = hasKey && fields.host.replace(/\/+$/, "") !== given.host;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(asked);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label="Địa chỉ máy chủ đọc"
          type="url"
          placeholder="https://doc.so.example.gov.vn"
          description="Phải dùng https. Máy chủ trong mạng nội bộ thì người phụ trách máy chủ ghi tên vào thiết lập VOICE_ALLOW_HOSTS trước."
          value={fields.host}
          onChange={(event) => change({ host: event.currentTarget.value })}
          error={errors.host}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label="Mô hình"
            autoComplete="off"
            value={fields.model}
            onChange={(event) => change({ model: event.currentTarget.value })}
            error={errors.model}
          />
          <TextInput
            label="Giọng của máy chủ đọc"
            autoComplete="off"
            value={fields.voice}
            onChange={(event) => change({ voice: event.currentTarget.value })}
            error={errors.voice}
          />
        </SimpleGrid>
        <PasswordInput
          label="Khóa (nếu máy chủ đòi)"
          description={
            otherHost
              ? "Địa chỉ đã đổi: khóa cũ không gửi tới địa chỉ mới. Hãy nhập khóa của máy chủ mới."
              : hasKey
                ? "Đã lưu, được mã hóa, không hiện lại. Để trống thì giữ như cũ."
                : "Được mã hóa khi lưu, không hiện lại."
          }
          autoComplete="off"
          disabled={withoutKey}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          visibilityToggleButtonProps={{ "aria-label": "Hiện hoặc ẩn khóa", tabIndex: 0 }}
          error={errors.key}
        />
        {hasKey && (
          <Checkbox
            label="Bỏ khóa đã lưu"
            checked={withoutKey}
            onChange={(event) => setWithoutKey(event.currentTarget.checked)}
          />
        )}
        <Checkbox
          label="Máy chủ này do cơ quan quản lý; nội dung chưa duyệt được phép gửi tới"
          description="Không đánh dấu thì chỉ lời bản tin đã duyệt, không còn giờ cấm đăng và không giới hạn người xem mới được gửi tới; lời khác do giọng có sẵn đọc."
          checked={fields.isOwn}
          onChange={(event) => change({ isOwn: event.currentTarget.checked })}
        />
        <Checkbox
          label="Dùng máy chủ này để đọc"
          checked={fields.isActive}
          onChange={(event) => change({ isActive: event.currentTarget.checked })}
        />
        <ErrorNotice error={save.error ?? trial.error} />
        {trial.data && (
          <Alert color={trial.data.ok ? "green" : "red"} role="status">
            <strong>{trial.data.ok ? "Được: " : "Chưa được: "}</strong>
            {trial.data.text}
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isPending}>
            Lưu máy chủ đọc
          </Button>
          <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate(asked)}>
            Đọc thử một câu
          </Button>
          {server && (
            <Button variant="subtle" onClick={() => setRemoving(true)}>
              Bỏ máy chủ này
            </Button>
          )}
        </Group>
      </Stack>
      <Confirm
        opened={removing}
        onClose={() => setRemoving(false)}
        title="Bỏ máy chủ đọc riêng"
        verb="Bỏ máy chủ này"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({})}
      >
        Địa chỉ và khóa được xóa. Từ lúc này giọng có sẵn trên máy chủ đọc; bản thu đã làm vẫn giữ nguyên.
      </Confirm>
    </form>
  );
}
