let isAsked = false;

/** Whether the proxy in front names the certificates of devices; said once, by the process that serves them. */
export function takeCertificates(taken: boolean): void {
  isAsked = taken;
}

export const takesCertificates = (): boolean => isAsked;
