import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";

const noted = (dataDirectory: string) => join(dataDirectory, "served-address");

/** Notes where this process serves, for commands that run beside it; gives what takes the note away. */
export async function noteServedAddress(
  dataDirectory: string,
  address: string,
): Promise<() => Promise<void>> {
  const file = noted(dataDirectory);
  await writeFile(file, `${address}\n`, { mode: 0o600 });
  return () => rm(file, { force: true });
}

/** The address that a browser on this machine reaches, as far as the settings tell. */
export function addressBySettings({ host, port }: Pick<Config, "host" | "port">): string {
  const name = ["0.0.0.0", "::"].includes(host) ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * With what links begin that the command line hands out: the public address if it is set, else where a server of this
 * data directory answers now, else what the settings tell.
 */
export async function linkBase(config: Config): Promise<string> {
  if (config.baseUrl) return config.baseUrl;
  const address = (await readFile(noted(config.dataDirectory), "utf8").catch(() => "")).trim();
  // A note that a killed server left behind leads nowhere.
  const answers =
    URL.canParse(address) &&
    (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(3000) }).then(
      ({ ok }) => ok,
      () => false,
    ));
  return answers ? address : addressBySettings(config);
}
