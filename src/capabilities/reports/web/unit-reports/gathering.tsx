import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText } from "#ui/navigation.tsx";
import { StateBadge } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { stateWords } from "../../messages/vi.ts";
import { api, type UnitRequestView } from "../api.ts";
import { stateTone } from "../state-tone.ts";

/** The agency's own report of the period: what was taken over into it, and the lock that its signing sets. */
export function Gathering({ request }: { request: UnitRequestView }) {
  const { id, report, gatherings, lockedAt, may } = request;
  const queries = useQueryClient();
  const [asking, setAsking] = useState<"gather" | "reopen" | null>(null);
  const done = (said: string) => async () => {
    setAsking(null);
    await queries.invalidateQueries({ queryKey: api.reports.key() });
    sayDone(said);
  };
  const gather = useMutation(
    api.reports.gatherUnitReports.mutationOptions({
      onSuccess: done("Đã tổng hợp vào dự thảo báo cáo của cơ quan."),
    }),
  );
  const reopen = useMutation(
    api.reports.reopenUnitReports.mutationOptions({ onSuccess: done("Đã mở lại kỳ.") }),
  );
  const close = useMutation(
    api.reports.closeUnitReports.mutationOptions({ onSuccess: done("Đã khóa lại kỳ.") }),
  );
  return (
    <Stack component="section" gap="sm" aria-labelledby="tong-hop">
      <Title order={2} id="tong-hop">
        Báo cáo của cơ quan
      </Title>
      {report ? (
        <Group gap="sm">
          <LinkText to="/bao-cao/$id" params={{ id: report.id }}>
            Mở báo cáo kỳ này
          </LinkText>
          <StateBadge tone={stateTone[report.state]} word={stateWords[report.state]} />
        </Group>
      ) : (
        <Text size="sm">
          Chưa lập.{" "}
          <LinkText to="/bao-cao" underline="always">
            Lập ở mục Báo cáo
          </LinkText>
        </Text>
      )}
      {lockedAt && (
        <Alert color="gray" icon={<IconLock />} title="Kỳ đã khóa">
          <Stack gap="sm" align="flex-start">
            <Text size="sm">
              Báo cáo của cơ quan đã ký lúc <MomentText at={lockedAt} />; báo cáo của đơn vị không đổi nữa.
            </Text>
            {may.reopen?.allowed && (
              <Button variant="default" onClick={() => setAsking("reopen")}>
                Mở lại kỳ
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      <Group gap="sm" align="flex-start">
        {!lockedAt && may.ask?.allowed && (
          <MayButton may={may} verb="gather" onClick={() => setAsking("gather")}>
            Tổng hợp vào dự thảo
          </MayButton>
        )}
        {may.close?.allowed && (
          <Button variant="default" loading={close.isPending} onClick={() => close.mutate({ id })}>
            Khóa lại kỳ
          </Button>
        )}
      </Group>
      <ErrorNotice error={close.error} />
      {gatherings.length > 0 && (
        <List size="sm" spacing="xs">
          {gatherings.map((one) => (
            <List.Item key={one.id}>
              {one.byName} tổng hợp lúc <MomentText at={one.at} /> thành bản {one.version} của báo cáo, từ{" "}
              {one.units
                .map(({ unitName, round, version }) => `${unitName} (lần gửi ${round}, bản ${version})`)
                .join("; ")}
            </List.Item>
          ))}
        </List>
      )}
      <Confirm
        opened={asking === "gather"}
        onClose={() => setAsking(null)}
        title="Tổng hợp vào dự thảo"
        verb="Tổng hợp"
        onConfirm={() => gather.mutate({ id })}
        pending={gather.isPending}
        error={gather.error}
      >
        Báo cáo đã tiếp nhận được ghi vào cuối dự thảo thành mục “Tổng hợp báo cáo của các đơn vị”: số cộng
        lại, lời văn dẫn theo đơn vị, đơn vị chưa gửi nêu tên. Mục ấy có từ lần tổng hợp trước thì được thay;
        bản trước vẫn còn trong các bản đã lưu.
      </Confirm>
      <Confirm
        opened={asking === "reopen"}
        onClose={() => setAsking(null)}
        title="Mở lại kỳ đã khóa"
        verb="Mở lại"
        reasonLabel="Lý do mở lại"
        onConfirm={(reason) => reopen.mutate({ id, reason })}
        pending={reopen.isPending}
        error={reopen.error}
      >
        Đơn vị và nơi tổng hợp lại sửa, gửi, trả lại được. Báo cáo đã ký của cơ quan không đổi.
      </Confirm>
    </Stack>
  );
}
