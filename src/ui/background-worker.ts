/** What the one background worker of the workspace answers for. */
export const SCOPE = "/workspace/";

/** Starts the worker that is told of pushes and opens the place for writing without a network. */
export async function startWorker(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register("/workspace/worker.js", { scope: SCOPE });
  return navigator.serviceWorker.ready;
}

/**
 * Has this browser keep what the place for writing needs, so that it opens without a network. Gives whether it is
 * kept; a browser without background workers goes on as before.
 */
export async function keepPlaceForWriting(): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  try {
    const { active } = await startWorker();
    const { port1, port2 } = new MessageChannel();
    const said = new Promise((resolve) => {
      port1.onmessage = ({ data }) => resolve(data);
    });
    active?.postMessage("keep-files", [port2]);
    return (await said) === "kept";
  } catch {
    return false;
  }
}
