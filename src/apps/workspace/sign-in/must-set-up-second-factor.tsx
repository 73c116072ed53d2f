import { Alert, Button, Modal, Stack, Text } from "@mantine/core";
import { IconShieldLock } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { DayText } from "#ui/date-text.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Loading } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { Me } from "../session.ts";
import { useSignOut } from "../shell/person-menu.tsx";
import { signInByPasskey } from "./passkey.ts";

/** Asked of few, and once: not in what every window loads. */
const SetUpSecondFactor = lazy(() =>
  import("./set-up-second-factor.tsx").then(({ SetUpSecondFactor: component }) => ({ default: component })),
);

/** Over the page, which stays as it is, but under the question for the password of a session that ended. */
const OVER_THE_PAGE = 400;

/** The agency's rule asks for a second factor: told until the day, and from then on asked for before anything else. */
export function MustSetUpSecondFactor({ me }: { me: Me }) {
  const queries = useQueryClient();
  const signOut = useSignOut();
  // Once begun it stays until the recovery codes are kept, whatever the server says meanwhile.
  const [begun, setBegun] = useState(false);
  const { from = null, overdue = false } = me.secondFactor ?? {};
  if (!overdue && !begun)
    return from === null ? null : (
      <Alert
        color="orange"
        variant="light"
        icon={<IconShieldLock />}
        title="Sắp bắt buộc xác thực hai lớp"
        mb="lg"
      >
        <Stack gap="xs" align="flex-start">
          <Text size="sm">
            Từ <DayText day={from} />, vai trò của bạn phải bật xác thực hai lớp mới làm việc được. Bật trước
            mất khoảng hai phút, cần điện thoại. Đăng nhập bằng khóa truy cập cũng được tính là hai lớp.
          </Text>
          <LinkButton to="/tai-khoan" size="sm">
            Đến nơi bật
          </LinkButton>
        </Stack>
      </Alert>
    );
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Cần bật xác thực hai lớp"
      zIndex={OVER_THE_PAGE}
      overlayProps={{ blur: 6, backgroundOpacity: 0.6 }}
    >
      <Stack>
        <Text size="sm">
          Cơ quan quy định vai trò của bạn phải đăng nhập bằng hai lớp. Xong là làm việc được ngay; trang phía
          sau vẫn giữ nguyên.
        </Text>
        {me.secondFactor?.passkeys ? (
          <WithPasskey />
        ) : (
          <Suspense fallback={<Loading />}>
            <SetUpSecondFactor
              onBegun={() => setBegun(true)}
              onDone={async () => {
                sayDone("Đã bật xác thực hai lớp.");
                await queries.invalidateQueries();
                setBegun(false);
              }}
            />
          </Suspense>
        )}
        <Button variant="subtle" onClick={() => signOut.mutate("sign-out")} loading={signOut.isPending}>
          Đăng xuất
        </Button>
      </Stack>
    </Modal>
  );
}

/** Who has a passkey and came in by password alone shows the passkey. */
function WithPasskey() {
  const queries = useQueryClient();
  const show = useMutation({ mutationFn: signInByPasskey, onSuccess: () => queries.invalidateQueries() });
  return (
    <Stack align="flex-start">
      <Text size="sm">
        Tài khoản của bạn đã có khóa truy cập; hãy dùng khóa đó thay cho mật khẩu. Máy giữ khóa đã mất thì nhờ
        người quản trị gỡ xác thực hai lớp rồi bật lại.
      </Text>
      <ErrorNotice error={show.error} />
      <Button loading={show.isPending} onClick={() => show.mutate()} data-autofocus>
        Dùng khóa truy cập
      </Button>
    </Stack>
  );
}
