import { Button, Divider, Stack } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { authCall } from "./auth-call.ts";

/** Leaves for the provider; the browser comes back by itself. */
export const useLeaveFor = () =>
  useMutation({
    mutationFn: async (input: { key: string; link?: boolean; goOn?: string }) => {
      const { url } = await authCall("provider/leave", input);
      location.assign(url ?? "/");
      // The page is left; the button stays pressed until then.
      await new Promise(() => undefined);
    },
  });

/** A button for each place elsewhere that vouches for people; nothing where there is none. */
export function ProviderButtons({ goOn }: { goOn: string }) {
  const asked = useQuery({ queryKey: ["providers"], queryFn: () => authCall("provider/buttons") });
  const leave = useLeaveFor();
  const providers = asked.data?.providers ?? [];
  if (providers.length === 0) return null;
  return (
    <Stack>
      <Divider label="hoặc" />
      <ErrorNotice error={leave.error} />
      {providers.map(({ key, name }) => (
        <Button
          key={key}
          variant="default"
          h="auto"
          mih={36}
          py={6}
          styles={{ label: { whiteSpace: "normal" } }}
          loading={leave.isPending && leave.variables.key === key}
          onClick={() => leave.mutate({ key, goOn })}
        >
          {name}
        </Button>
      ))}
    </Stack>
  );
}
