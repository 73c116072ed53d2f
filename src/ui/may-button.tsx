import { Box, Button, type ButtonProps, Text } from "@mantine/core";
import { type MouseEventHandler, type ReactNode, useId } from "react";

/** What every object answers about its verbs: `{ approve: { allowed, why } }`. */
export type MayAnswer = Record<string, { allowed: boolean; why: string | null }>;

/** Why the verb is not open to the caller; null when it is. What nobody named is not allowed. */
export function whyNot(may: MayAnswer | undefined, verb: string): string | null {
  const answer = may?.[verb];
  if (!answer) return "Tài khoản của bạn không có quyền làm việc này.";
  return answer.allowed ? null : (answer.why ?? "Hiện chưa làm được việc này.");
}

/**
 * A button that follows the server's answer about what the caller may do. Not allowed: it can still be reached by
 * keyboard, does nothing, and the reason stands under it (or, with `hideReason`, only for screen readers).
 */
export function MayButton({
  may,
  verb,
  onClick,
  hideReason = false,
  children,
  ...rest
}: Omit<ButtonProps, "disabled"> & {
  may: MayAnswer | undefined;
  verb: string;
  onClick?: MouseEventHandler<HTMLButtonElement>;
  hideReason?: boolean;
  type?: "button" | "submit";
  children: ReactNode;
}) {
  const reason = useId();
  // Until the server has answered, nothing is said of rights.
  const why = may === undefined ? "Đang xem bạn làm được việc này không." : whyNot(may, verb);
  if (why === null) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    );
  }
  return (
    <Box maw="22rem">
      <Button
        {...rest}
        type="button"
        data-disabled
        aria-disabled
        aria-describedby={reason}
        title={why}
        onClick={(event) => event.preventDefault()}
      >
        {children}
      </Button>
      <Text
        id={reason}
        size="xs"
        c="gray.7"
        mt={4}
        className={hideReason || !may ? "only-read-aloud" : undefined}
      >
        {why}
      </Text>
    </Box>
  );
}
