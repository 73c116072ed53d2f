import type { StubAnswer } from "../stub-call.ts";

const TYPES: Record<number, string> = { 100: "GraphMethodException" };

/** An answer of the Graph API that says no (contract, section 7). */
export class GraphError extends Error {
  readonly answer: StubAnswer;

  constructor(
    code: number,
    message: string,
    {
      subcode,
      status = 400,
      userMessage,
      transient = false,
      headers = {},
    }: {
      subcode?: number;
      status?: number;
      userMessage?: string;
      transient?: boolean;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(message);
    this.answer = {
      status,
      headers,
      body: {
        error: {
          message: `(#${code}) ${message}`,
          type: (subcode === 33 && TYPES[code]) || "OAuthException",
          code,
          ...(subcode !== undefined && { error_subcode: subcode }),
          is_transient: transient,
          ...(userMessage && { error_user_title: "Không thực hiện được", error_user_msg: userMessage }),
          fbtrace_id: `A${code}x${subcode ?? 0}`,
        },
      },
    };
  }
}

export const badParameter = (message: string) => new GraphError(100, message);

export const missingObject = (id: string) =>
  new GraphError(
    100,
    `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33 },
  );

const WHY_DEAD: Record<number, [status: number, message: string]> = {
  458: [400, "The user has not authorized the application."],
  459: [400, "The session is invalid because the user has been checkpointed."],
  460: [400, "The session has been invalidated because the user changed their password."],
  463: [401, "Session has expired."],
  464: [400, "The user is not a confirmed user."],
  467: [401, "The access token is invalid since the user has logged out."],
  490: [400, "The user is enrolled in a blocking, logged-in checkpoint."],
  492: [400, "The user must be an administrator, editor, or moderator of the page."],
};

/** A dead token, and why (subcodes of section 1.4). */
export function deadToken(subcode: number): GraphError {
  const [status, message] = WHY_DEAD[subcode] ?? [400, "Invalid OAuth access token."];
  return new GraphError(190, `Error validating access token: ${message}`, { subcode, status });
}

export const noPermission = (permission: string) =>
  new GraphError(200, `Requires ${permission} permission to manage the object`, { status: 403 });
