import { Alert, Button, Modal, Stack, Text } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { DayText } from "#ui/date-text.tsx";
import { Loading } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { Me } from "../session.ts";
import { useSignOut } from "../shell/person-menu.tsx";

/** Asked of few, and seldom: not in what every window loads. */
const ChangePasswordForm = lazy(() =>
  import("./change-password-form.tsx").then(({ ChangePasswordForm: component }) => ({ default: component })),
);

/** Over the page, which stays as it is, but under the question for the password of a session that ended. */
const OVER_THE_PAGE = 400;
/** So many days before, people are told. */
const TOLD_DAYS = 10;

/** A password that grows too old: told some days before, and from then on changed before anything else. */
export function MustChangePassword({ me: { password } }: { me: Me }) {
  const queries = useQueryClient();
  const signOut = useSignOut();
  if (!password) return null;
  if (!password.overdue)
    return new Date(password.until).getTime() - Date.now() > TOLD_DAYS * 86_400_000 ? null : (
      <Alert color="orange" variant="light" icon={<IconKey />} title="Mật khẩu sắp hết hạn" mb="lg">
        <Stack gap="xs" align="flex-start">
          <Text size="sm">
            Sau ngày <DayText day={toVietnamDate(new Date(password.until)).toString()} /> phải đổi mật khẩu
            mới làm việc được. Đổi trước mất khoảng một phút.
          </Text>
          <LinkButton to="/doi-mat-khau" size="sm">
            Đến nơi đổi
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
      title="Cần đổi mật khẩu"
      zIndex={OVER_THE_PAGE}
      overlayProps={{ blur: 6, backgroundOpacity: 0.6 }}
    >
      <Stack>
        <Text size="sm">
          Mật khẩu của bạn đã quá thời hạn theo quy định. Đổi xong là làm việc được ngay; trang phía sau vẫn
          giữ nguyên.
        </Text>
        <Suspense fallback={<Loading />}>
          <ChangePasswordForm
            onChanged={async () => {
              sayDone("Đã đổi mật khẩu; các phiên đăng nhập ở nơi khác đã kết thúc.");
              await queries.invalidateQueries();
            }}
          />
        </Suspense>
        <Button variant="subtle" onClick={() => signOut.mutate("sign-out")} loading={signOut.isPending}>
          Đăng xuất
        </Button>
      </Stack>
    </Modal>
  );
}
