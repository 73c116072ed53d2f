import { Alert } from "@mantine/core";
import { providerRefusals } from "#organization/contract";

/** Why the provider's answer led nowhere, as the address of the page tells it; nothing where it tells nothing. */
export function ProviderRefusal({ code }: { code: string }) {
  const sentence = Object.entries(providerRefusals).find(([known]) => known === code)?.[1];
  return sentence === undefined ? null : (
    <Alert color="red" role="alert">
      {sentence}
    </Alert>
  );
}
