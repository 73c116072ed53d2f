/** "95,5%" of hundredths of a percent. */
export const percentInWords = (hundredths: number): string =>
  `${(hundredths / 100).toLocaleString("vi-VN")}%`;
