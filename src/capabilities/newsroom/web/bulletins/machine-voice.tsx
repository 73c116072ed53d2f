import { Button, Group, Loader, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { api, type Picture } from "../api.ts";

/** Hears a script in a machine's voice, and has it recorded by that voice where the agency lets it go out. */
export function MachineVoice({
  script,
  title,
  onRead,
}: {
  script: string;
  title: string;
  /** The MP3, to take the place of the recording; `tool`: who has read it. */
  onRead: (mp3: Picture, tool: string) => void;
}) {
  const queries = useQueryClient();
  const voice = useQuery(api.newsroom.machineVoice.queryOptions({ staleTime: 60_000 }));
  const [work, setWork] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [heard, setHeard] = useState<{ address: string; script: string; byServer: boolean } | null>(null);
  const [insteadWhy, setInsteadWhy] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const address = heard?.address;
  useEffect(() => () => void (address && URL.revokeObjectURL(address)), [address]);
  const run = async (words: string, job: (signal: AbortSignal) => Promise<void>) => {
    const control = new AbortController();
    stop.current = control;
    setFailure(null);
    setInsteadWhy(null);
    setWork(words);
    try {
      await job(control.signal);
    } catch (error) {
      if (!control.signal.aborted) setFailure(error);
    } finally {
      if (stop.current === control) setWork(null);
    }
  };
  const hear = () =>
    run("Máy đang đọc thử", async (signal) => {
      const file = await api.newsroom.hearScript.call({ text: script }, { signal });
      const byServer = file instanceof File && file.name.includes("speech-server");
      setHeard({ address: URL.createObjectURL(file), script, byServer });
    });
  const engine = voice.data?.engine;
  const server = voice.data?.server;
  const record = () =>
    run("Máy đang đọc và chỉnh độ lớn", async (signal) => {
      const mp3 = await api.newsroom.recordByMachine.call(
        { askId: newId(), text: script, title },
        { signal },
      );
      await queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      onRead(mp3, mp3.readBy);
      setInsteadWhy(mp3.insteadWhy && `${mp3.readBy} đã đọc thay máy chủ đọc riêng. ${mp3.insteadWhy}`);
      sayDone("Đã thay bản thu bằng giọng máy; mục trí tuệ nhân tạo đã ghi “Giọng đọc tổng hợp”.");
    });
  if (!voice.data) return null;
  if (!engine && !server)
    return (
      <Text size="sm" c="gray.7">
        Máy chủ chưa cài giọng đọc nên chưa nghe thử được; người phụ trách máy chủ cài thêm gói espeak-ng.
      </Text>
    );
  if (work)
    return (
      <Group gap="sm">
        <Loader size="sm" aria-hidden />
        <Text size="sm" role="status">
          {work}…
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => stop.current?.abort()}>
          Dừng
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs" role="group" aria-label="Giọng máy">
      <Group gap="xs">
        <MayButton
          may={voice.data.may}
          verb="hear"
          size="compact-sm"
          variant="default"
          onClick={() => void hear()}
        >
          Nghe thử bằng giọng máy
        </MayButton>
        <MayButton
          may={voice.data.may}
          verb="record"
          size="compact-sm"
          variant="default"
          onClick={() => void record()}
        >
          Dùng giọng máy làm bản thu
        </MayButton>
      </Group>
      {server && (
        <Text size="xs" c="gray.7">
          {server.isOwn
            ? `Lời được gửi tới máy chủ đọc riêng của cơ quan (${server.name}).`
            : `Lời bản tin đã duyệt được gửi tới máy chủ đọc riêng (${server.name}); lời chưa duyệt do giọng có sẵn đọc.`}
        </Text>
      )}
      <ErrorNotice error={failure} />
      {insteadWhy && (
        <Text size="sm" role="status">
          {insteadWhy}
        </Text>
      )}
      {heard && (
        <Stack gap={4}>
          {/* biome-ignore lint/a11y/useMediaCaption: every word of it stands in the script above. */}
          <audio controls autoPlay src={heard.address} aria-label="Bản đọc thử bằng giọng máy" />
          <Text size="xs" c={heard.script === script ? "gray.7" : "red.8"}>
            {heard.script === script
              ? `${server && !heard.byServer ? `${engine?.name ?? "Giọng có sẵn"} đọc thay máy chủ đọc riêng. ` : ""}Chỉ để nghe thử, không được giữ lại. Máy đọc câu “${voice.data.label}” trước lời bản tin.`
              : "Lời đã sửa sau lần nghe thử này; hãy bấm nghe lại."}
          </Text>
        </Stack>
      )}
    </Stack>
  );
}
