/** Where the invented people of the sample department have their addresses. */
export const SAMPLE_DOMAIN = "mau.gandan.vn";

/** An invented address of the sample department: nobody reads it, so nothing is ever mailed there. */
export const isSampleAddress = (address: string): boolean =>
  address.trim().toLowerCase().endsWith(`@${SAMPLE_DOMAIN}`);

export const SAMPLE_ADDRESS_REFUSED = `Địa chỉ @${SAMPLE_DOMAIN} là địa chỉ mẫu, không có người nhận nên thư không được gửi đi`;
