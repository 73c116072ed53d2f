import { EmptyState } from "#ui/empty-state.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";

/** Shown where no screen has the address. */
export function NotFound() {
  return (
    <Page title="Không có trang này">
      <EmptyState
        title="Địa chỉ này không dẫn đến trang nào."
        why="Có thể đường dẫn đã cũ hoặc gõ thiếu. Công việc của bạn không bị ảnh hưởng."
        action={<LinkButton to="/">Về Việc của tôi</LinkButton>}
      />
    </Page>
  );
}
