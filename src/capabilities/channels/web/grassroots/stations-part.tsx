import { Alert, Group, Paper, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Section } from "#ui/section.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { doubtLabels, playSourceLabels, playStateLabels } from "../../contract.ts";
import { api, type GivenBroadcasts } from "../api.ts";
import { GiveDialog } from "./give-dialog.tsx";
import { GivenStations } from "./given-stations.tsx";
import { useKeepBroadcasts } from "./use-keep-loudspeakers.ts";

/** Which stations play the bulletin of this delivery, when, and what they said of it. */
export function StationsPart({ deliveryId }: { deliveryId: string }) {
  const given = useQuery(
    api.channels.broadcasts.queryOptions({ input: { id: deliveryId }, refetchInterval: 30_000 }),
  );
  return (
    <Section id="dai-phat" title="Đài, cụm loa phát bản tin">
      <Asked query={given}>{(found) => <Opened deliveryId={deliveryId} given={found} />}</Asked>
    </Section>
  );
}

function Opened({ deliveryId, given }: { deliveryId: string; given: GivenBroadcasts }) {
  const { broadcasts, may, log, code } = given;
  const keep = useKeepBroadcasts(deliveryId);
  const [giving, setGiving] = useState(false);
  const open = broadcasts.filter(({ withdrawnAt }) => withdrawnAt === null);
  const urgent = open.filter(({ priority, confirmedByName }) => priority === "emergency" && !confirmedByName);
  const confirm = useMutation({
    mutationFn: () => api.channels.confirmUrgentBroadcast.call({ id: deliveryId }),
    onSuccess: (answer) => {
      keep(answer);
      sayDone("Đã xác nhận; các đài nhận bản tin khẩn cấp ngay.");
    },
  });
  return (
    <Stack>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {open.length === 0
          ? "Chưa giao cho đài, cụm loa nào."
          : `${open.length} đài, cụm loa giữ bản tin; ${open.filter(({ plays }) => plays > 0).length} nơi đã phát, ${open.reduce((sum, { plays }) => sum + plays, 0)} lượt.`}{" "}
        Mã bản tin: <b>{code}</b>
      </Text>
      {given.choices.length === 0 && (
        <Alert color="gray" title="Sổ chưa có đài, cụm loa nào">
          <LinkButton to="/truyen-thanh" search={{ the: "dai" } as never} size="xs" variant="default">
            Mở sổ đài, cụm loa
          </LinkButton>
        </Alert>
      )}
      {urgent.length > 0 && (
        <Alert color="red" title="Bản tin khẩn cấp chờ người thứ hai xác nhận">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              Xác nhận rồi, {urgent.length} đài, cụm loa dừng bài đang phát để phát bản tin này. Chưa xác nhận
              thì chưa đài nào nhận được.
            </Text>
            <MayButton
              may={may}
              verb="confirmUrgent"
              size="xs"
              color="red"
              loading={confirm.isPending}
              onClick={() => confirm.mutate()}
            >
              Xác nhận phát khẩn cấp
            </MayButton>
            <ErrorNotice error={confirm.error} />
          </Stack>
        </Alert>
      )}
      {open.length > 0 && !given.isPublic && (
        <Alert color="blue">Bài lên cổng rồi thì đài mới tải, mới lấy được bản tin.</Alert>
      )}
      <Group>
        <MayButton may={may} verb="plan" onClick={() => setGiving(true)}>
          Giao cho đài, cụm loa
        </MayButton>
      </Group>
      <GivenStations deliveryId={deliveryId} given={given} />
      {log.length > 0 && (
        <Stack gap={6}>
          <Text fw={600} size="sm">
            Nhật ký phát gần nhất
          </Text>
          {log.map((line) => (
            <Paper key={line.id} withBorder p="xs">
              <Group gap="xs" justify="space-between">
                <Text size="sm" flex="1 1 14rem" style={{ overflowWrap: "anywhere" }}>
                  {formatDateTime(line.startedAt)} · {line.stationName} · {playSourceLabels[line.source]}
                  {line.reason && ` · ${line.reason}`}
                </Text>
                <StateBadge
                  tone={line.doubt ? "failed" : line.state === "played" ? "done" : "none"}
                  word={line.doubt ? doubtLabels[line.doubt] : playStateLabels[line.state]}
                />
              </Group>
            </Paper>
          ))}
        </Stack>
      )}
      {giving && <GiveDialog deliveryId={deliveryId} given={given} onClose={() => setGiving(false)} />}
    </Stack>
  );
}
