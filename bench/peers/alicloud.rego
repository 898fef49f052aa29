# Eight rules over a preview, as one would write them by hand: what conftest has to do for about the same plan.
package main

import rego.v1

resources := [state |
	some step in input.steps
	state := step.newState
]

of_type(type) := [resource |
	some resource in resources
	resource.type == type
]

name(resource) := array.reverse(split(resource.urn, "::"))[0]

# A subscription of three months can obtain a filing.
deny contains message if {
	some server in of_type("alicloud:ecs/instance:Instance")
	object.get(server.inputs, "instanceChargeType", "PostPaid") != "PrePaid"
	message := sprintf("%s: expected a subscription", [name(server)])
}

deny contains message if {
	some server in of_type("alicloud:ecs/instance:Instance")
	to_number(object.get(server.inputs, "period", 1)) < 3
	message := sprintf("%s: expected a term of three months", [name(server)])
}

deny contains message if {
	some server in of_type("alicloud:ecs/instance:Instance")
	object.get(server.inputs, "internetMaxBandwidthOut", 0) == 0
	message := sprintf("%s: expected public bandwidth", [name(server)])
}

filed := {"example.com"}

deny contains message if {
	some site in of_type("alicloud:cdn/domainNew:DomainNew")
	object.get(site.inputs, "scope", "domestic") != "overseas"
	labels := split(site.inputs.domainName, ".")
	apex := concat(".", array.slice(labels, count(labels) - 2, count(labels)))
	not apex in filed
	message := sprintf("%s: %s has no filing", [name(site), apex])
}

deny contains message if {
	some record in of_type("alicloud:dns/alidnsRecord:AlidnsRecord")
	record.inputs.type in {"A", "AAAA", "CNAME"}
	not record.inputs.domainName in filed
	message := sprintf("%s: %s has no filing", [name(record), record.inputs.domainName])
}

deny contains message if {
	some cname in of_type("alicloud:oss/bucketCname:BucketCname")
	labels := split(cname.inputs.domain, ".")
	apex := concat(".", array.slice(labels, count(labels) - 2, count(labels)))
	not apex in filed
	message := sprintf("%s: %s has no filing", [name(cname), apex])
}

warn contains message if {
	some rule in of_type("alicloud:ecs/securityGroupRule:SecurityGroupRule")
	rule.inputs.cidrIp == "0.0.0.0/0"
	rule.inputs.portRange in {"80/80", "443/443"}
	message := sprintf("%s: opens the web to everybody", [name(rule)])
}

warn contains message if {
	some address in of_type("alicloud:ecs/eipAddress:EipAddress")
	to_number(object.get(address.inputs, "bandwidth", "5")) > 100
	message := sprintf("%s: expected no more than 100 Mbit/s", [name(address)])
}
