import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { explainError } from "#ui/api-error.ts";
import { newId } from "#ui/new-id.ts";
import { sayDone } from "#ui/undo.tsx";
import { levelling } from "../../bulletins/loudness/level.ts";
import { type Loudness, loudnessFault, setRightName } from "../../bulletins/loudness/meter.ts";
import { wavOf } from "../../bulletins/loudness/wav.ts";
import { api, type Picture } from "../api.ts";
import { type Sending, sendFile } from "../media-library/send-file.ts";
import { decodeRecording, measureRecording, RATE, Stopped, steppedThrough } from "./decode-recording.ts";

const decibels = (value: number) => value.toFixed(1).replace(".", ",").replace("-", "−");

const faultWords = {
  silent: "Bản thu không có tiếng.",
  quiet: "Nhỏ hơn mức của loa truyền thanh.",
  loud: "To hơn mức của loa truyền thanh.",
  peaks: "Có chỗ đỉnh quá cao, phát ra loa sẽ rè.",
};

/** How loud a recording is against what loudspeakers want, measured and set right in this browser. */
export function RecordingLoudness({
  recording,
  onSetRight,
}: {
  recording: Picture;
  /** The MP3 that was made of it, to take its place. */
  onSetRight: (mp3: Picture) => void;
}) {
  const queries = useQueryClient();
  const { id } = recording;
  const known = useQuery(api.newsroom.loudnessOf.queryOptions({ input: { id } }));
  const [work, setWork] = useState<{ words: string; part: number } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async (job: (signal: AbortSignal) => Promise<void>) => {
    const control = new AbortController();
    stop.current = control;
    setFailure(null);
    try {
      await job(control.signal);
    } catch (error) {
      if (!(error instanceof Stopped) && !control.signal.aborted)
        setFailure(error instanceof RangeError ? error.message : explainError(error).title);
    } finally {
      if (stop.current === control) setWork(null);
    }
  };
  const measure = () =>
    run(async (signal) => {
      setWork({ words: "Đang đọc bản thu", part: 0 });
      const channels = await decodeRecording(id, signal);
      const found = await measureRecording(channels, signal, (part) => setWork({ words: "Đang đo", part }));
      await api.newsroom.noteLoudness.call({ id, ...found });
      await queries.invalidateQueries({ queryKey: api.newsroom.loudnessOf.key() });
    });
  const setRight = () =>
    run(async (signal) => {
      setWork({ words: "Đang chỉnh", part: 0 });
      const channels = await decodeRecording(id, signal);
      const samples = await steppedThrough(levelling(mono(channels), RATE), signal);
      if (samples === "silent") throw new RangeError("Bản thu không có tiếng nên không chỉnh được.");
      if (samples === "uneven")
        throw new RangeError(
          "Bản thu chỗ quá to, chỗ quá nhỏ nên không chỉnh được; hãy thu lại gần micrô hơn.",
        );
      const name = setRightName(recording.fileName, "wav");
      const file = new File([wavOf(samples, RATE)], name, { type: "audio/wav" });
      const sent: Partial<Sending> = {};
      await sendFile(file, newId(), signal, (change) => {
        Object.assign(sent, change);
        setWork({ words: change.why ?? "Đang tải bản WAV lên kho", part: (sent.received ?? 0) / file.size });
      });
      if (signal.aborted) throw new Stopped();
      if (!sent.made) throw new RangeError(sent.why ?? "Chưa tải được bản WAV lên; hãy thử lại.");
      setWork({ words: "Đang làm bản MP3", part: 1 });
      const mp3 = await api.newsroom.levelRecording.call({ originalId: id, wavId: sent.made.id });
      await queries.invalidateQueries({ queryKey: api.newsroom.listMedia.key() });
      onSetRight(mp3);
      sayDone("Đã chỉnh về −16 LUFS; bản gốc vẫn ở Kho tư liệu, cạnh bản WAV và MP3.");
    });
  if (work)
    return (
      <Stack gap={6}>
        <Text size="sm" role="status">
          {work.words}…
        </Text>
        <Progress value={work.part * 100} aria-label={work.words} />
        <Button size="compact-sm" variant="default" w="fit-content" onClick={() => stop.current?.abort()}>
          Dừng
        </Button>
      </Stack>
    );
  const loudness = known.data?.loudness;
  const fault = loudness && loudnessFault(loudness);
  return (
    <Stack gap={6}>
      {loudness && <Verdict loudness={loudness} isSetRight={loudness.isSetRight} />}
      {failure && (
        <Alert color="red" p="xs" role="alert">
          {failure}
        </Alert>
      )}
      <Group gap="xs">
        {known.data && !loudness && (
          <Button size="compact-sm" variant="default" onClick={() => void measure()}>
            Đo độ lớn cho loa truyền thanh
          </Button>
        )}
        {fault && fault !== "silent" && (
          <Button size="compact-sm" variant="default" onClick={() => void setRight()}>
            Chỉnh về −16 LUFS
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Verdict({ loudness, isSetRight }: { loudness: Loudness; isSetRight: boolean }) {
  const fault = loudnessFault(loudness);
  const figures =
    loudness.lufs === null || loudness.truePeakDb === null
      ? ""
      : `${decibels(loudness.lufs)} LUFS, đỉnh ${decibels(loudness.truePeakDb)} dBTP`;
  return (
    <Text size="sm" c={fault ? "red.8" : undefined}>
      Độ lớn: {figures && `${figures}. `}
      {fault ? faultWords[fault] : `Đạt mức của loa truyền thanh${isSetRight ? ", bản đã chỉnh" : ""}.`}{" "}
      <Text span size="xs" c="gray.7">
        Mức cần: −16 LUFS ±1, đỉnh không quá −1,5 dBTP.
      </Text>
    </Text>
  );
}

/** One channel of all. @throws RangeError when they cancel each other */
function mono(channels: Float32Array[]): Float32Array {
  const [first, second] = channels;
  if (!first || !second) return first ?? new Float32Array(0);
  const out = new Float32Array(first.length);
  let [together, apart] = [0, 0];
  for (let at = 0; at < out.length; at += 1) {
    out[at] = (first[at]! + second[at]!) / 2;
    together += out[at]! ** 2;
    apart += (first[at]! ** 2 + second[at]! ** 2) / 2;
  }
  if (apart > 0 && together < apart / 20)
    throw new RangeError(
      "Hai kênh của bản thu ngược pha, phát ra loa sẽ mất tiếng; hãy thu lại hoặc xuất một kênh.",
    );
  return out;
}
