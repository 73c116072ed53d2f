import { MutationCache, QueryClient } from "@tanstack/react-query";
import { isSignedOut, statusOf } from "./api-error.ts";

/**
 * The cache of everything that was asked from the server. A refusal (4xx) is final; a lost network or a fault is
 * tried twice more for questions, never for acts. `onSignedOut` is told when an act found the session over.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut();
  };
  return new QueryClient({
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => {
          const status = statusOf(error);
          return failures < 2 && (status === null || status >= 500);
        },
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
