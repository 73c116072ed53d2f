import { Checkbox, Group, Paper, Select, Stack, Text, Textarea, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";

type Voice = Awaited<ReturnType<typeof api.newsroom.machineVoice.call>>;

/** Whether a machine's voice may go out over the loudspeakers, which, and what it says of itself. */
export function MachineVoiceForm() {
  const voice = useQuery(api.newsroom.machineVoice.queryOptions());
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="giong-may">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id="giong-may">
            Giọng máy
          </Title>
          <Text size="sm" c="gray.7">
            Ai viết bài cũng nghe thử kịch bản bằng giọng máy được. Phát ra loa bằng giọng máy thì quản trị
            viên phải cho phép trước.
          </Text>
        </div>
        <Asked query={voice}>{(found) => <Fields voice={found} />}</Asked>
      </Stack>
    </Paper>
  );
}

function Fields({ voice: { may, engine, server, ...given } }: { voice: Voice }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(given);
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const save = useMutation(
    api.newsroom.setMachineVoice.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.newsroom.machineVoice.queryKey(), saved);
        sayDone("Đã lưu giọng máy.");
      },
    }),
  );
  if (!engine && !server)
    return (
      <Text size="sm">
        Máy chủ này chưa cài giọng đọc. Người phụ trách máy chủ cài gói espeak-ng rồi khởi động lại.
      </Text>
    );
  const errors = fieldErrors(save.error);
  const readOnly = !may.allow?.allowed;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(fields);
      }}
    >
      <Stack gap="sm">
        <Checkbox
          label="Cho phát bản tin đọc bằng giọng máy"
          description="Bản tin nào cũng phải được người có quyền duyệt nghe và duyệt như giọng người đọc."
          checked={fields.isAllowed}
          disabled={readOnly}
          onChange={(event) => change({ isAllowed: event.currentTarget.checked })}
        />
        {server && (
          <Text size="sm">
            Máy chủ đọc riêng đang dùng: {server.name}
            {server.isOwn ? "." : "; chỉ đọc lời bản tin đã duyệt."}
          </Text>
        )}
        {engine && (
          <Select
            label="Giọng"
            description={`Có sẵn trên máy chủ: ${engine.name}; lời không gửi ra ngoài.${server ? " Đọc thay khi máy chủ đọc riêng không đọc." : ""}`}
            data={engine.voices.map(({ slug, label }) => ({ value: slug, label }))}
            allowDeselect={false}
            readOnly={readOnly}
            maw="20rem"
            value={fields.voice}
            onChange={(slug) => change({ voice: slug ?? fields.voice })}
            error={errors.voice}
          />
        )}
        <Textarea
          label="Câu báo trước"
          description="Máy luôn đọc câu này trước lời bản tin để người nghe biết đó là giọng máy."
          autosize
          minRows={2}
          readOnly={readOnly}
          value={fields.label}
          onChange={(event) => change({ label: event.currentTarget.value })}
          error={errors.label}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <MayButton may={may} verb="allow" type="submit" loading={save.isPending}>
            Lưu giọng máy
          </MayButton>
        </Group>
      </Stack>
    </form>
  );
}
