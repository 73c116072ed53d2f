import { SCOPE, startWorker } from "#ui/background-worker.ts";

/** Whether this browser can be told while no page is open, and if not, what to do. */
export type PushAbility = "able" | "refused" | "install-first" | "unable";

export function pushAbility(): PushAbility {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
    // Safari on iPhone and iPad has these only in an application on the home screen.
    return /iPhone|iPad/.test(navigator.userAgent) ? "install-first" : "unable";
  return Notification.permission === "denied" ? "refused" : "able";
}

/** The address by which this browser is told; null: it is not. Asks the person nothing. */
export async function ownEndpoint(): Promise<string | null> {
  if (!("serviceWorker" in navigator)) return null;
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  const subscription = await registration?.pushManager?.getSubscription();
  return subscription?.endpoint ?? null;
}

const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Asks the person, and subscribes this browser. Gives null when the person said no. */
export async function subscribeThisBrowser(publicKey: string) {
  if ((await Notification.requestPermission()) !== "granted") return null;
  const registration = await startWorker();
  const wanted = { userVisibleOnly: true, applicationServerKey: publicKey };
  const subscription = await registration.pushManager.subscribe(wanted).catch(async () => {
    // Made for another key: the installation has a new secret.
    await (await registration.pushManager.getSubscription())?.unsubscribe();
    return registration.pushManager.subscribe(wanted);
  });
  return {
    endpoint: subscription.endpoint,
    publicKey: base64url(subscription.getKey("p256dh")),
    authSecret: base64url(subscription.getKey("auth")),
  };
}

/** Ends this browser's own part, so that a later subscription is a new one. */
export async function unsubscribeThisBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
