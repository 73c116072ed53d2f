import { Button, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { LinkText } from "#ui/navigation.tsx";
import type { PlacedMedia } from "../../content-fields.ts";
import { type MediaRule, sortOf } from "../../contract.ts";
import { faultsInPlace, isReadInText } from "../../media-in-place.ts";
import type { OwnValues } from "../../own-values.ts";
import { api, type Picture } from "../api.ts";
import { MachineVoice } from "../bulletins/machine-voice.tsx";
import { RecordingLoudness } from "../bulletins/recording-loudness.tsx";
import { FieldRemarks } from "../language/field-remarks.tsx";
import { MediaThumb } from "../media-library/media-thumb.tsx";
import { ChooseRecording, recordingFacts } from "./choose-recording.tsx";

/** The videos or sound that the kind of an item wants in one place, taken from the library. */
export function OwnRecording({
  rule,
  media,
  own,
  known,
  title,
  onChange,
  onMachineRead,
}: {
  rule: MediaRule;
  /** All media of the text, those of other places too. */
  media: PlacedMedia[];
  own: OwnValues;
  known: ReadonlyMap<string, Picture>;
  /** Of the text that is read. */
  title: string;
  onChange: (media: PlacedMedia[]) => void;
  /** A machine has read it: that is to stand in the record of the text. */
  onMachineRead: (media: PlacedMedia[], tool: string) => void;
}) {
  const queries = useQueryClient();
  const [choosing, setChoosing] = useState(false);
  const here = media.filter(({ role }) => role === rule.role);
  const placedHere = (placed: PlacedMedia[]) => [
    ...media.filter(({ role }) => role !== rule.role),
    ...placed,
  ];
  const put = (placed: PlacedMedia[]) => onChange(placedHere(placed));
  const script = rule.sort === "audio" && rule.recording?.saidIn ? own[rule.recording.saidIn] : undefined;
  const { noun } = sortOf(rule.sort);
  const lacking = here.flatMap(({ mediaId }) => {
    const found = known.get(mediaId);
    return found ? wantsOf(rule, own, found) : [];
  });
  // What was mended in the library changes what is still missing of the text.
  const told = lacking.join();
  const before = useRef(told);
  useEffect(() => {
    if (before.current === told) return;
    before.current = told;
    void queries.invalidateQueries({ queryKey: api.newsroom.get.key() });
  }, [told, queries]);
  return (
    <Paper
      withBorder
      p="md"
      component="section"
      id={`media-${rule.role}`}
      tabIndex={-1}
      aria-labelledby={`media-${rule.role}-ten`}
    >
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5" id={`media-${rule.role}-ten`}>
            {rule.label}
          </Title>
          <Text size="sm" c="gray.7">
            {rule.hint}
          </Text>
        </div>
        {here.map((placed) => {
          const recording = known.get(placed.mediaId);
          const name = recording?.alt || recording?.fileName || noun;
          const wants = recording ? wantsOf(rule, own, recording) : [];
          return (
            <Stack key={placed.mediaId} gap="xs" role="group" aria-label={`${rule.label}: ${name}`}>
              <Group wrap="nowrap" align="flex-start" gap="sm">
                {recording && (
                  <div style={{ width: 96, flex: "none" }}>
                    <MediaThumb media={recording} />
                  </div>
                )}
                <Stack gap={4} miw={0}>
                  <Text size="sm" fw={600} lineClamp={3}>
                    {name}
                  </Text>
                  {recording && (
                    <Text size="xs" c="gray.7">
                      {recordingFacts(recording)}
                    </Text>
                  )}
                  {wants.length > 0 && (
                    <Text size="sm" c="red.8">
                      Chưa đăng được: {wants.join("; ")}
                    </Text>
                  )}
                  {recording?.sort === "audio" && (
                    <RecordingLoudness
                      recording={recording}
                      onSetRight={({ id }) =>
                        put(
                          here.map((one) => (one.mediaId === placed.mediaId ? { ...one, mediaId: id } : one)),
                        )
                      }
                    />
                  )}
                  <LinkText
                    to="/kho-tu-lieu/$id"
                    params={{ id: placed.mediaId }}
                    target="_blank"
                    size="sm"
                    aria-label={`Xem và sửa ở Kho tư liệu: ${name} (mở trang mới)`}
                  >
                    Xem và sửa ở Kho tư liệu
                  </LinkText>
                </Stack>
              </Group>
              {rule.caption !== "none" && (
                <>
                  <TextInput
                    id={`media-${rule.role}-${placed.mediaId}-caption`}
                    label={`Chú thích dưới ${noun}`}
                    value={placed.caption}
                    onChange={(event) =>
                      put(
                        here.map((one) =>
                          one.mediaId === placed.mediaId
                            ? { ...one, caption: event.currentTarget.value }
                            : one,
                        ),
                      )
                    }
                  />
                  <FieldRemarks
                    field={`media-${rule.role}-${placed.mediaId}-caption`}
                    text={placed.caption}
                  />
                </>
              )}
              <Button
                size="compact-sm"
                variant="subtle"
                w="fit-content"
                onClick={() => put(here.filter(({ mediaId }) => mediaId !== placed.mediaId))}
              >
                Bỏ {noun} này
              </Button>
            </Stack>
          );
        })}
        {script?.trim() && (
          <MachineVoice
            script={script}
            title={title}
            onRead={({ id }, tool) =>
              onMachineRead(placedHere([{ mediaId: id, role: rule.role, alt: "", caption: "" }]), tool)
            }
          />
        )}
        {here.length < rule.most && (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setChoosing(true)}
          >
            Chọn {noun}
          </Button>
        )}
      </Stack>
      <ChooseRecording
        rule={rule}
        opened={choosing}
        onClose={() => setChoosing(false)}
        onChosen={({ id }) => {
          setChoosing(false);
          if (!here.some(({ mediaId }) => mediaId === id))
            put([...here, { mediaId: id, role: rule.role, alt: "", caption: "" }]);
        }}
      />
    </Paper>
  );
}

/** What keeps a recording from being published in its place. */
const wantsOf = (rule: MediaRule, own: OwnValues, recording: Picture): string[] => [
  ...faultsInPlace(rule, recording).map(({ message }) => message),
  ...recording.issues
    .filter(({ field }) => !(field === "transcript" && isReadInText(rule, own)))
    .map(({ message }) => message),
];
