import "./edge";
import { hosts } from "./dns";
import { address } from "./web";

export { hosts, address };
