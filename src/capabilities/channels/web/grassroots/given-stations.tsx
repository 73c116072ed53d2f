import { Button, Group, Paper, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime, today } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { isWholeMoment, MomentField } from "#ui/moment-field.tsx";
import { momentOf } from "#ui/moment-text.ts";
import { saveFile } from "#ui/save-file.ts";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { priorityLabels } from "../../contract.ts";
import { api, type GivenBroadcast, type GivenBroadcasts } from "../api.ts";
import { useKeepBroadcasts } from "./use-keep-loudspeakers.ts";

const SHOWN = 20;

function standing({ withdrawnAt, plays, taken, fetched }: GivenBroadcast) {
  if (withdrawnAt !== null) return { tone: "withdrawn", word: "Đã thu hồi" } as const;
  if (plays > 0) return { tone: "done", word: `Đã phát ${plays} lượt` } as const;
  if (taken.length > 0 || fetched > 0) return { tone: "approved", word: "Đã tải, chưa phát" } as const;
  return { tone: "waiting", word: "Chưa tải" } as const;
}

/** Each station with its hours, who took the package, what it played, and what can be done. */
export function GivenStations({ deliveryId, given }: { deliveryId: string; given: GivenBroadcasts }) {
  const keep = useKeepBroadcasts(deliveryId);
  const [shown, setShown] = useState(SHOWN);
  const [asked, ask] = useState<{ what: "withdraw" | "play"; of: GivenBroadcast } | null>(null);
  const take = useMutation({
    mutationFn: (id: string) => api.channels.broadcastPackage.call({ id }),
    onSuccess: ({ body, headers }) => {
      const name = /filename="([^"]+)"/.exec(headers["content-disposition"] ?? "")?.[1] ?? "goi-ban-tin.zip";
      saveFile(new File([body], name, { type: "application/zip" }));
    },
  });
  const { may, broadcasts, isPublic } = given;
  const mayRecord = may.record?.allowed ?? false;
  return (
    <>
      <ErrorNotice error={take.error} />
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {broadcasts.slice(0, shown).map((row) => (
          <Paper key={row.id} component="li" withBorder p="sm">
            <Group justify="space-between" align="flex-start" gap="sm">
              <Stack gap={2} flex="1 1 16rem" miw={0} style={{ overflowWrap: "anywhere" }}>
                <Text fw={600} size="sm">
                  {row.stationName}
                </Text>
                <Text size="sm">
                  {row.areaName}
                  {row.isDifficult && " (địa bàn khó khăn)"} · {priorityLabels[row.priority]} · mỗi buổi{" "}
                  {row.repeats} lần
                </Text>
                <Text size="sm" c="gray.7">
                  {hours(row)}
                </Text>
                {row.taken.length > 0 && (
                  <Text size="sm" c="gray.7">
                    {row.taken.at(-1)!.takenBy} tải gói lúc {formatDateTime(row.taken.at(-1)!.at)}
                    {row.taken.length > 1 && ` (${row.taken.length} lần)`}
                  </Text>
                )}
                {row.lastAt !== null && (
                  <Text size="sm" c="gray.7">
                    Phát gần nhất {formatDateTime(row.lastAt)}
                  </Text>
                )}
                {row.failed > 0 && (
                  <Text size="sm" c="red.8">
                    {row.failed} lượt không phát được hoặc phát dở
                  </Text>
                )}
                {row.withdrawnAt !== null && (
                  <Text size="sm" c="gray.7">
                    Thu hồi {formatDateTime(row.withdrawnAt)}: {row.withdrawnWhy}
                  </Text>
                )}
              </Stack>
              <Stack gap={6} align="flex-end">
                <StateBadge {...standing(row)} />
                {mayRecord && (
                  <Group gap={6}>
                    {row.withdrawnAt === null && isPublic && (
                      <Button
                        size="xs"
                        variant="default"
                        loading={take.isPending && take.variables === row.id}
                        aria-label={`Tải gói cho ${row.stationName}`}
                        onClick={() => take.mutate(row.id)}
                      >
                        Tải gói
                      </Button>
                    )}
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Ghi đã phát ở ${row.stationName}`}
                      onClick={() => ask({ what: "play", of: row })}
                    >
                      Ghi đã phát
                    </Button>
                    {row.withdrawnAt === null && (
                      <Button
                        size="xs"
                        variant="default"
                        aria-label={`Thu hồi khỏi ${row.stationName}`}
                        onClick={() => ask({ what: "withdraw", of: row })}
                      >
                        Thu hồi
                      </Button>
                    )}
                  </Group>
                )}
              </Stack>
            </Group>
          </Paper>
        ))}
      </Stack>
      {broadcasts.length > shown && (
        <Button variant="default" w="fit-content" onClick={() => setShown(shown + SHOWN)}>
          Xem thêm ({broadcasts.length - shown} nơi)
        </Button>
      )}
      {asked?.what === "withdraw" && (
        <FormDialog
          opened
          onClose={() => ask(null)}
          title={`Thu hồi khỏi ${asked.of.stationName}`}
          lead="Bản tin rời lịch của đài ngay, gói tệp không tải được nữa. Đài nào đã tải thì hãy báo để họ không phát; lượt đã phát vẫn giữ."
          initial={{ reason: "" }}
          verb="Thu hồi"
          submit={({ reason }) =>
            api.channels.withdrawBroadcasts.call({
              id: deliveryId,
              stationIds: [asked.of.stationId],
              reason,
            })
          }
          onDone={(answer) => {
            keep(answer);
            sayDone("Đã thu hồi khỏi đài.");
          }}
        >
          {(form) => (
            <Textarea
              label="Lý do"
              required
              autosize
              minRows={2}
              data-autofocus
              {...form.getInputProps("reason")}
            />
          )}
        </FormDialog>
      )}
      {asked?.what === "play" && (
        <FormDialog
          opened
          onClose={() => ask(null)}
          title={`Ghi đã phát: ${asked.of.stationName}`}
          lead="Khi đài báo bằng điện thoại hoặc giấy. Cùng đài, cùng phút chỉ ghi một lần."
          initial={{ local: `${today().toString()}T`, told: "" }}
          check={({ local }) => ({
            ...(!isWholeMoment(local) && { startedAt: "Hãy ghi cả ngày và giờ." }),
          })}
          verb="Ghi đã phát"
          submit={({ local, told }) =>
            api.channels.recordPlay.call({ id: asked.of.id, startedAt: new Date(momentOf(local)), told })
          }
          onDone={(answer) => {
            keep(answer);
            sayDone("Đã ghi lượt phát.");
          }}
        >
          {(form) => (
            <>
              <MomentField
                dayLabel="Ngày phát"
                timeLabel="Giờ phát"
                required
                value={form.values.local}
                onChange={(local) => form.setFieldValue("local", local)}
              />
              {form.errors.startedAt && (
                <Text size="sm" c="red.8" role="alert">
                  {form.errors.startedAt}
                </Text>
              )}
              <TextInput label="Ai báo, bằng cách nào" {...form.getInputProps("told")} />
            </>
          )}
        </FormDialog>
      )}
    </>
  );
}

/** "3 buổi, từ 17:00, 25/11/2026 đến 17:30, 27/11/2026". */
function hours({ windows }: GivenBroadcast): string {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return "Chưa có buổi phát";
  return `${windows.length} buổi, từ ${formatDateTime(first.playFrom)} đến ${formatDateTime(last.playUntil)}`;
}
