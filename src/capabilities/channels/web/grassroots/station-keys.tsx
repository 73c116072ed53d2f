import { Button, Code, CopyButton, Group, Modal, Paper, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { provingIdentity } from "#ui/api.ts";
import { fieldErrors } from "#ui/api-error.ts";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { keySortLabels } from "../../contract.ts";
import { api, type LoudspeakerStation } from "../api.ts";
import { useKeepLoudspeakers } from "./use-keep-loudspeakers.ts";

type Sort = Exclude<keyof typeof keySortLabels, "certificate">;

/** What lets a station in: the link of its page, the key of its device, each told once; its certificate. All can be revoked. */
export function StationKeys({
  station,
  takesCertificates,
  onClose,
}: {
  station: LoudspeakerStation;
  takesCertificates: boolean;
  onClose: () => void;
}) {
  const keep = useKeepLoudspeakers();
  const [made, setMade] = useState<{ sort: Sort; text: string } | null>(null);
  const make = useMutation({
    mutationFn: (sort: Sort) =>
      provingIdentity(() => api.channels.makeStationKey.call({ id: station.id, sort })),
    onSuccess: ({ key, register }, sort) => {
      keep(register);
      setMade({ sort, text: sort === "page" ? `${location.origin}/grassroots/v1/dai/${key}` : key });
    },
  });
  const revoke = useMutation({
    mutationFn: (keyId: string) => api.channels.revokeStationKey.call({ keyId }),
    onSuccess: (register) => {
      keep(register);
      sayDone("Đã thu hồi; từ giờ không vào được bằng mã ấy.");
    },
  });
  const [certificate, setCertificate] = useState("");
  const bind = useMutation({
    mutationFn: () =>
      provingIdentity(() => api.channels.bindStationCertificate.call({ id: station.id, certificate })),
    onSuccess: (register) => {
      keep(register);
      setCertificate("");
      sayDone("Đã gắn; từ giờ máy có chứng thư ấy lấy lịch và báo đã phát cho đài này.");
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Khóa, đường dẫn: ${station.name}`}
      closeButtonProps={{ "aria-label": "Đóng" }}
    >
      <Stack>
        <Text size="sm">
          Đường dẫn dành cho người ở đài: mở là thấy bản tin phải phát, tải gói tệp và ghi đã phát, không cần
          tài khoản. Khóa hoặc chứng thư dành cho máy của đài. Mỗi loại giữ được hai mã cùng lúc để đổi mà
          không gián đoạn.
        </Text>
        {station.keys.length === 0 && <Text size="sm">Chưa có mã nào đang dùng.</Text>}
        {station.keys.map(({ id, sort, ending, madeAt, usedAt }) => (
          <Paper key={id} withBorder p="sm">
            <Group justify="space-between">
              <div>
                <Text size="sm" fw={600}>
                  {keySortLabels[sort]} …{ending}
                </Text>
                <Text size="xs" c="gray.7">
                  Tạo <MomentText at={madeAt} />
                  {usedAt === null ? ", chưa dùng lần nào" : ", dùng gần nhất "}
                  <MomentText at={usedAt} />
                </Text>
              </div>
              <Button
                size="xs"
                variant="default"
                loading={revoke.isPending && revoke.variables === id}
                aria-label={`Thu hồi ${keySortLabels[sort].toLowerCase()} tận cùng ${ending}`}
                onClick={() => revoke.mutate(id)}
              >
                Thu hồi
              </Button>
            </Group>
          </Paper>
        ))}
        {made && (
          <Paper withBorder p="sm" role="status">
            <Stack gap="xs" align="flex-start">
              <Text size="sm" fw={600}>
                Chép {made.sort === "page" ? "đường dẫn" : "khóa"} này ngay; đóng ô là không xem lại được.
              </Text>
              <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap", maxWidth: "100%" }}>
                {made.text}
              </Code>
              <CopyButton value={made.text} timeout={4000}>
                {({ copied, copy }) => (
                  <Button size="xs" onClick={copy}>
                    {copied ? "Đã chép" : "Chép"}
                  </Button>
                )}
              </CopyButton>
            </Stack>
          </Paper>
        )}
        <ErrorNotice error={make.error ?? revoke.error ?? bind.error} />
        <Group>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate("page")}>
            Tạo đường dẫn nhận bản tin
          </Button>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate("device")}>
            Tạo khóa cho máy
          </Button>
        </Group>
        {takesCertificates && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              bind.mutate();
            }}
          >
            <Stack gap="xs" align="flex-start">
              <Textarea
                label="Chứng thư của máy"
                description="Dán chứng thư (PEM, không phải khóa riêng) hoặc mã SHA-256 của nó. Máy chứng minh bằng chứng thư ấy khi gọi, không cần khóa."
                w="100%"
                autosize
                minRows={2}
                maxRows={6}
                required
                autoComplete="off"
                value={certificate}
                error={fieldErrors(bind.error).certificate}
                onChange={(event) => setCertificate(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={bind.isPending}>
                Gắn chứng thư
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Modal>
  );
}
