import { Box, Group, List, Text, VisuallyHidden } from "@mantine/core";
import { IconCheck, IconCircle, IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { passwordDemands, passwordHindrance } from "#organization/contract";
import { Asked } from "#ui/loading.tsx";
import { authCall, type PasswordAskedFor } from "./auth-call.ts";
import { PasswordField } from "./password-field.tsx";

/** What is asked of a new password: of who is signed in, of who holds a link, else of everybody. */
export const usePasswordAsked = (token?: string) =>
  useQuery({
    queryKey: ["password-rule", token ?? null],
    queryFn: async () => (await authCall("password-rule", token ? { token } : {})) as PasswordAskedFor,
    staleTime: 60_000,
  });

/** Why the two fields cannot be sent yet, as a sentence; null when they can. The server decides about the rest. */
export function newPasswordHindrance(
  asked: PasswordAskedFor | undefined,
  password: string,
  repeated: string,
): string | null {
  const why = asked ? passwordHindrance(password, asked.rule, asked.words) : null;
  return why ?? (password === repeated ? null : "Hai lần nhập chưa giống nhau.");
}

/** The demands one by one, each with whether what is typed meets it: by sign and by word, never by colour alone. */
export function PasswordDemands({ asked, password }: { asked: PasswordAskedFor; password: string }) {
  return (
    <Box component="span" display="block">
      <List size="sm" listStyleType="none" spacing={4} mt={4} withPadding={false}>
        {passwordDemands(password, asked.rule, asked.words).map(({ text, met }) => (
          <List.Item key={text} c="gray.8">
            <Group gap={6} wrap="nowrap" align="flex-start">
              <Box component="span" mt={3} flex="none" lh={0} aria-hidden="true">
                {met === null ? (
                  <IconInfoCircle size={16} />
                ) : met ? (
                  <IconCheck size={16} />
                ) : (
                  <IconCircle size={16} />
                )}
              </Box>
              <span>
                {met !== null && <VisuallyHidden>{met ? "Đạt: " : "Chưa đạt: "}</VisuallyHidden>}
                {text}
              </span>
            </Group>
          </List.Item>
        ))}
      </List>
      {asked.rule.maxDays !== null && (
        <Text size="sm" c="gray.8" mt={4} component="span" display="block">
          Sau {asked.rule.maxDays} ngày phải đổi mật khẩu.
        </Text>
      )}
    </Box>
  );
}

/** A new password, twice. `token`: of the one-time link, where nobody is signed in. */
export function NewPasswordFields({
  token,
  password,
  repeated,
  onPassword,
  onRepeated,
}: {
  token?: string;
  password: string;
  repeated: string;
  onPassword: (value: string) => void;
  onRepeated: (value: string) => void;
}) {
  const asked = usePasswordAsked(token);
  return (
    <>
      <PasswordField
        label="Mật khẩu mới"
        description={
          <Asked query={asked}>{(found) => <PasswordDemands asked={found} password={password} />}</Asked>
        }
        descriptionProps={{ component: "div" }}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
      />
      <PasswordField
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={repeated}
        onChange={(event) => onRepeated(event.currentTarget.value)}
        error={repeated !== "" && password !== repeated ? "Hai lần nhập chưa giống nhau." : undefined}
      />
    </>
  );
}
