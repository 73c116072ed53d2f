import { Alert, Button, Divider, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { sayDone } from "#ui/undo.tsx";
import { api, type PersonView } from "./api.ts";
import { Appointments } from "./appointments.tsx";
import type { OneTimeLink } from "./hand-over.tsx";
import { Leaving } from "./leaving.tsx";
import { PersonFacts } from "./person-facts.tsx";

/** One person: facts, appointments, and the account. */
export function PersonDialog({
  person,
  onClose,
  onLink,
}: {
  person: PersonView;
  onClose: () => void;
  onLink: (given: OneTimeLink) => void;
}) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<"facts" | "lock" | "sessions" | "factor" | null>(null);
  const { id, name, email, jobTitle, phone, active, lockedUntil, secondFactor, entered } = person;
  const setActive = useMutation(
    api.organization.setPersonActive.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        setAsked(null);
        sayDone(active ? "Đã khóa tài khoản." : "Đã mở lại tài khoản.");
      },
    }),
  );
  const lift = useMutation(
    api.organization.liftLockOut.mutationOptions({
      onSuccess: () => sayDone("Đã gỡ tạm khóa; người này đăng nhập được ngay."),
      // Also when it was refused: the lock may have run out meanwhile.
      onSettled: () => queries.invalidateQueries({ queryKey: api.organization.listPeople.key() }),
    }),
  );
  const endSessions = useMutation(
    api.organization.endPersonSessions.mutationOptions({
      onSuccess: ({ ended }) => {
        setAsked(null);
        sayDone(ended > 0 ? `Đã kết thúc ${ended} phiên đăng nhập.` : "Người này không đăng nhập ở đâu cả.");
      },
    }),
  );
  const resetFactor = useMutation(
    api.organization.resetSecondFactor.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.organization.listPeople.key() });
        setAsked(null);
        sayDone("Đã gỡ xác thực hai lớp; người này đăng nhập được bằng mật khẩu.");
      },
    }),
  );
  const recover = useMutation(
    api.organization.recoverPerson.mutationOptions({
      onSuccess: ({ link, minutes }) => {
        onClose();
        if (link) onLink({ name, link, minutes });
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title={name} size="lg">
      <Stack>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {[email, jobTitle, phone].filter(Boolean).join(" · ")}
          {!active && " · Tài khoản đang khóa"}
          {active && entered === false && " · Đã mời, chưa vào lần nào"}
        </Text>
        {active && lockedUntil && (
          <Alert color="orange" title="Đang tạm khóa vì nhập sai mật khẩu nhiều lần">
            <Stack gap="xs" align="flex-start">
              <Text size="sm">
                Đăng nhập lại được từ <MomentText at={lockedUntil} />. Gỡ tạm khóa nếu đúng người này nhập
                nhầm; nếu quên mật khẩu, hãy tạo đường dẫn đặt lại mật khẩu, dùng xong đường dẫn là hết tạm
                khóa.
              </Text>
              <Button size="sm" loading={lift.isPending} onClick={() => lift.mutate({ id })}>
                Gỡ tạm khóa
              </Button>
            </Stack>
          </Alert>
        )}
        <ErrorNotice error={lift.error} />
        <Leaving person={person} />
        <Appointments person={person} />
        {person.may.manage?.allowed && (
          <>
            <Divider />
            <ErrorNotice error={recover.error ?? (active ? null : setActive.error)} />
            <Group gap="xs">
              <Button variant="default" onClick={() => setAsked("facts")}>
                Sửa thông tin
              </Button>
              {active && (
                <Button variant="default" loading={recover.isPending} onClick={() => recover.mutate({ id })}>
                  {entered === false ? "Tạo đường dẫn mời mới" : "Tạo đường dẫn đặt lại mật khẩu"}
                </Button>
              )}
              {secondFactor && (
                <Button variant="default" onClick={() => setAsked("factor")}>
                  Gỡ xác thực hai lớp
                </Button>
              )}
              {active && (
                <Button variant="default" onClick={() => setAsked("sessions")}>
                  Kết thúc các phiên đăng nhập
                </Button>
              )}
              <Button
                variant="default"
                loading={!active && setActive.isPending}
                onClick={() => (active ? setAsked("lock") : setActive.mutate({ id, active: true }))}
              >
                {active ? "Khóa tài khoản" : "Mở lại tài khoản"}
              </Button>
            </Group>
            <PersonFacts person={person} opened={asked === "facts"} onClose={() => setAsked(null)} />
            <Confirm
              opened={asked === "factor"}
              onClose={() => setAsked(null)}
              title={`Gỡ xác thực hai lớp của ${name}`}
              verb="Gỡ xác thực hai lớp"
              reasonLabel="Lý do"
              quickReasons={["Mất điện thoại", "Đổi điện thoại"]}
              pending={resetFactor.isPending}
              error={resetFactor.error}
              onConfirm={(reason) => resetFactor.mutate({ id, reason })}
            >
              Chỉ gỡ khi biết chắc người nhờ đúng là {name}. Người này bị đăng xuất ở mọi nơi và lần sau đăng
              nhập chỉ bằng mật khẩu. Lý do được ghi vào nhật ký.
            </Confirm>
            <Confirm
              opened={asked === "sessions"}
              onClose={() => setAsked(null)}
              title={`Kết thúc các phiên đăng nhập của ${name}`}
              verb="Kết thúc các phiên"
              pending={endSessions.isPending}
              error={endSessions.error}
              onConfirm={() => endSessions.mutate({ id })}
            >
              {name} bị đăng xuất ở mọi thiết bị ngay lập tức, ví dụ khi mất máy. Tài khoản không bị khóa:
              người này đăng nhập lại được bằng mật khẩu của mình.
            </Confirm>
            <Confirm
              opened={asked === "lock"}
              onClose={() => setAsked(null)}
              title={`Khóa tài khoản của ${name}`}
              verb="Khóa tài khoản"
              pending={setActive.isPending}
              error={setActive.error}
              onConfirm={() => setActive.mutate({ id, active: false })}
            >
              {name} bị đăng xuất ở mọi nơi ngay lập tức và không đăng nhập được nữa. Việc đã làm, phân công
              và nhật ký giữ nguyên; có thể mở lại bất cứ lúc nào.
            </Confirm>
          </>
        )}
      </Stack>
    </Modal>
  );
}
