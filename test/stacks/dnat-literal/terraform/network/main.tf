terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "incoming" {
  type    = string
  default = "47.98.10.30"
}

variable "maintenance" {
  type    = string
  default = "47.98.10.31"
}

variable "zones" {
  type    = map(string)
  default = { "cn-hangzhou-j" = "10.90.0.0/24", "cn-hangzhou-k" = "10.90.1.0/24" }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_vpc" "shared" {
  vpc_name   = "shared"
  cidr_block = "10.90.0.0/16"
}

resource "alicloud_vswitch" "shared" {
  for_each = var.zones

  vpc_id     = alicloud_vpc.shared.id
  zone_id    = each.key
  cidr_block = each.value
}

resource "alicloud_nat_gateway" "shared" {
  vpc_id       = alicloud_vpc.shared.id
  vswitch_id   = alicloud_vswitch.shared["cn-hangzhou-j"].id
  nat_type     = "Enhanced"
  payment_type = "PayAsYouGo"
}

resource "alicloud_eip_address" "incoming" {
  bandwidth            = "50"
  internet_charge_type = "PayByTraffic"
  ip_address           = var.incoming
}

resource "alicloud_eip_association" "incoming" {
  allocation_id = alicloud_eip_address.incoming.id
  instance_id   = alicloud_nat_gateway.shared.id
  instance_type = "Nat"
}

resource "alicloud_eip_address" "maintenance" {
  bandwidth            = "50"
  internet_charge_type = "PayByTraffic"
  ip_address           = var.maintenance
}

resource "alicloud_eip_association" "maintenance" {
  allocation_id = alicloud_eip_address.maintenance.id
  instance_id   = alicloud_nat_gateway.shared.id
  instance_type = "Nat"
}

resource "alicloud_eip_address" "outgoing" {
  bandwidth            = "50"
  internet_charge_type = "PayByTraffic"
}

resource "alicloud_eip_association" "outgoing" {
  allocation_id = alicloud_eip_address.outgoing.id
  instance_id   = alicloud_nat_gateway.shared.id
  instance_type = "Nat"
}

resource "alicloud_snat_entry" "outgoing" {
  for_each = var.zones

  snat_table_id     = alicloud_nat_gateway.shared.snat_table_ids
  source_vswitch_id = alicloud_vswitch.shared[each.key].id
  snat_ip           = alicloud_eip_address.outgoing.ip_address
}

# For the lists of partners that let us in by name.
resource "alicloud_alidns_record" "outgoing" {
  domain_name = "example.com"
  rr          = "out"
  type        = "A"
  value       = alicloud_eip_address.outgoing.ip_address
}
