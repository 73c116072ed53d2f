import {
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { fieldErrors } from "#ui/api-error.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api } from "../api.ts";
import { MachineVoiceForm } from "./machine-voice-form.tsx";
import { SpeechServerForm } from "./speech-server-form.tsx";

type Settings = Awaited<ReturnType<typeof api.newsroom.bulletinSettings.call>>;
type Words = Settings["words"];

/** How the agency has its bulletins said: what stands before and after, the pace, and its own words. */
export default function BulletinSettingsPage() {
  const settings = useQuery(api.newsroom.bulletinSettings.queryOptions());
  const voice = useQuery(api.newsroom.machineVoice.queryOptions());
  return (
    <Page
      title="Cách đọc bản tin phát thanh"
      width="text"
      lead="Dùng khi soạn kịch bản phát thanh từ một bài. Kịch bản đã soạn giữ nguyên."
    >
      <Stack gap="xl">
        <MachineVoiceForm />
        {voice.data?.may.allow?.allowed && <SpeechServerForm />}
        <Asked query={settings}>{(found) => <SettingsForm settings={found} />}</Asked>
      </Stack>
    </Page>
  );
}

function SettingsForm({ settings: { may, usualWords, ...given } }: { settings: Settings }) {
  const queries = useQueryClient();
  const [fields, setFields] = useState(given);
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  const save = useMutation(
    api.newsroom.setBulletinSettings.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData(api.newsroom.bulletinSettings.queryKey(), saved);
        change({ words: saved.words });
        sayDone("Đã lưu cách đọc.");
      },
    }),
  );
  const errors = fieldErrors(save.error);
  const readOnly = !may.set?.allowed;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          ...fields,
          words: fields.words.filter(({ written, spoken }) => written.trim() !== "" || spoken.trim() !== ""),
        });
      }}
    >
      <Stack>
        <Textarea
          label="Lời mở đầu"
          description="Viết {cơ quan} ở chỗ đọc tên cơ quan. Bỏ trống nếu đài có nhạc hiệu riêng."
          autosize
          minRows={2}
          readOnly={readOnly}
          value={fields.opening}
          onChange={(event) => change({ opening: event.currentTarget.value })}
          error={errors.opening}
        />
        <Textarea
          label="Lời kết"
          autosize
          minRows={2}
          readOnly={readOnly}
          value={fields.closing}
          onChange={(event) => change({ closing: event.currentTarget.value })}
          error={errors.closing}
        />
        <NumberInput
          label="Số tiếng đọc trong một phút"
          description="Để ước lượng thời gian đọc; người đọc chậm rãi trên loa khoảng 180 đến 200."
          min={80}
          max={320}
          allowDecimal={false}
          allowNegative={false}
          hideControls={readOnly}
          readOnly={readOnly}
          maw="20rem"
          value={fields.syllablesAMinute}
          onChange={(value) => change({ syllablesAMinute: value as number })}
          error={errors.syllablesAMinute}
        />
        <Select
          label="Số 105 đọc là"
          data={[
            { value: "linh", label: "một trăm linh năm" },
            { value: "lẻ", label: "một trăm lẻ năm" },
          ]}
          allowDeselect={false}
          readOnly={readOnly}
          maw="20rem"
          value={fields.zeroWord}
          onChange={(zero) => change({ zeroWord: zero === "lẻ" ? "lẻ" : "linh" })}
        />
        <OwnWords
          words={fields.words}
          readOnly={readOnly}
          onChange={(words) => change({ words })}
          error={errors.words}
        />
        <ErrorNotice error={save.error} />
        <Group>
          <MayButton may={may} verb="set" type="submit" loading={save.isPending}>
            Lưu cách đọc
          </MayButton>
        </Group>
        <UsualWords words={usualWords} />
      </Stack>
    </form>
  );
}

function OwnWords({
  words,
  readOnly,
  onChange,
  error,
}: {
  words: Words;
  readOnly: boolean;
  onChange: (words: Words) => void;
  error: string | undefined;
}) {
  const put = (place: number, part: Partial<Words[number]>) =>
    onChange(words.map((word, at) => (at === place ? { ...word, ...part } : word)));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="cach-doc-rieng">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3" id="cach-doc-rieng">
            Cách đọc riêng của cơ quan
          </Title>
          <Text size="sm" c="gray.7">
            Chữ viết tắt, tên riêng, tên nước ngoài; phân biệt chữ hoa, chữ thường. Đứng trước danh sách dùng
            chung bên dưới.
          </Text>
        </div>
        {words.map(({ written, spoken }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own until they are saved.
          <Group key={place} align="flex-end" gap="sm" role="group" aria-label={`Cách đọc ${place + 1}`}>
            <TextInput
              label="Viết"
              w="9rem"
              readOnly={readOnly}
              value={written}
              onChange={(event) => put(place, { written: event.currentTarget.value })}
              autoComplete="off"
            />
            <TextInput
              label="Đọc là"
              flex="1 1 12rem"
              readOnly={readOnly}
              value={spoken}
              onChange={(event) => put(place, { spoken: event.currentTarget.value })}
              autoComplete="off"
            />
            {!readOnly && (
              <Button variant="subtle" onClick={() => onChange(words.filter((_, at) => at !== place))}>
                Bỏ<span className="only-read-aloud"> {written}</span>
              </Button>
            )}
          </Group>
        ))}
        {error && (
          <Text size="sm" c="red.8">
            {error}
          </Text>
        )}
        {!readOnly && (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...words, { written: "", spoken: "" }])}
          >
            Thêm cách đọc
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function UsualWords({ words }: { words: Words }) {
  return (
    <section aria-labelledby="dung-chung">
      <Title order={2} size="h3" id="dung-chung" mb="xs">
        Danh sách dùng chung
      </Title>
      <Text size="sm" c="gray.7" mb="sm">
        Có sẵn trong hệ thống; muốn đọc khác thì thêm cách đọc riêng ở trên.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Viết</Table.Th>
            <Table.Th>Đọc là</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {words.map(({ written, spoken }) => (
            <Table.Tr key={written}>
              <Table.Td>{written}</Table.Td>
              <Table.Td>{spoken}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
