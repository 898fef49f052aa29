/** The provinces a filing can belong to, and the characters that its number may begin with. */
export const PROVINCES = {
  anhui: ["皖"],
  beijing: ["京"],
  chongqing: ["渝"],
  fujian: ["闽"],
  gansu: ["陇", "甘"],
  guangdong: ["粤"],
  guangxi: ["桂"],
  guizhou: ["黔", "贵"],
  hainan: ["琼"],
  hebei: ["冀"],
  heilongjiang: ["黑"],
  henan: ["豫"],
  hubei: ["鄂"],
  hunan: ["湘"],
  "inner-mongolia": ["蒙"],
  jiangsu: ["苏"],
  jiangxi: ["赣"],
  jilin: ["吉"],
  liaoning: ["辽"],
  ningxia: ["宁"],
  qinghai: ["青"],
  shaanxi: ["陕"],
  shandong: ["鲁"],
  shanghai: ["沪"],
  shanxi: ["晋"],
  sichuan: ["蜀", "川"],
  tianjin: ["津"],
  tibet: ["藏"],
  xinjiang: ["新"],
  yunnan: ["滇", "云"],
  zhejiang: ["浙"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Province = keyof typeof PROVINCES;

/** The province whose filing numbers begin like this one; undefined when none do. */
export function provinceOf(number: string): Province | undefined {
  const [found] = Object.entries(PROVINCES).find(([, signs]) => signs.some((sign) => number.startsWith(sign))) ?? [];
  return found as Province | undefined;
}
