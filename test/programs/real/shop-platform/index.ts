import "./balancing/internal";
import "./compute/scaling";
import "./data/databases";
import "./dns/records";
import "./functions/functions";
import "./monitoring/alarms";

export { dnsName } from "./balancing/public";
export { accelerator } from "./edge/acceleration";
export { outgoing } from "./network/nat";
