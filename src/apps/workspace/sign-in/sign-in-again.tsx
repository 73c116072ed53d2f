import { Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { api, setSessionOver, useSessionOver } from "../session.ts";
import { noteActive } from "../shell/last-active.ts";
import { SignInForm } from "./sign-in-form.tsx";

/** Asks for the password over the page when the session ended, so that nothing typed is lost. */
export function SignInAgain({ me }: { me: { personId: string; name: string } }) {
  const over = useSessionOver();
  const queryClient = useQueryClient();
  const back = async () => {
    noteActive();
    setSessionOver(false);
    const now = await queryClient.fetchQuery({ ...api.organization.me.queryOptions(), staleTime: 0 });
    // Someone else at the same keyboard must not see the other's page.
    if (now.personId !== me.personId) globalThis.location.reload();
    else await queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened={over}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Phiên làm việc đã kết thúc"
      overlayProps={{ blur: 6, backgroundOpacity: 0.6 }}
    >
      <Stack>
        <Text size="sm">
          Những gì bạn đang viết vẫn còn trên trang này, {me.name}. Hãy đăng nhập lại để làm tiếp.
        </Text>
        <SignInForm onSignedIn={() => void back()} />
      </Stack>
    </Modal>
  );
}
