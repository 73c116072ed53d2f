/** A length of time as people read it, from seconds: "3 giờ 20 phút", "2 phút 5 giây", "40 giây". */
export function durationInWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (hours > 0) return `${hours.toLocaleString("vi-VN")} giờ ${minutes} phút`;
  return minutes > 0 ? `${minutes} phút ${seconds % 60} giây` : `${seconds} giây`;
}
