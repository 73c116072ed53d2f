import { useGo } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { ChangePasswordForm } from "./change-password-form.tsx";

export default function ChangePasswordPage() {
  const go = useGo();
  return (
    <Page title="Đổi mật khẩu" width="text">
      <ChangePasswordForm
        onChanged={() => {
          sayDone("Đã đổi mật khẩu; các phiên đăng nhập ở nơi khác đã kết thúc.");
          go("/");
        }}
      />
    </Page>
  );
}
