/** The nonce that this page allows styles under, as the server wrote it into the page; "" where there is none. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
