import type { Location } from "../location/locate";
export function vendorOf(_host: string): { vendor: string; location: Location } | undefined {
  return undefined;
}
