terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "vswitch_id" {
  type    = string
  default = "vsw-bp10000000000000000"
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_security_group" "web" {
  security_group_name = "web"
  vpc_id              = "vpc-bp10000000000000000"
}

resource "alicloud_slb_load_balancer" "web" {
  load_balancer_name = "web"
  address_type       = "internet"
  load_balancer_spec = "slb.s2.small"
}

resource "alicloud_slb_listener" "web" {
  load_balancer_id = alicloud_slb_load_balancer.web.id
  protocol         = "http"
  frontend_port    = 80
  backend_port     = 80
  bandwidth        = 10
}

resource "alicloud_ess_scaling_group" "web" {
  min_size         = 2
  max_size         = 6
  vswitch_ids      = [var.vswitch_id]
  loadbalancer_ids = [alicloud_slb_load_balancer.web.id]

  depends_on = [alicloud_slb_listener.web]
}

resource "alicloud_ess_scaling_configuration" "web" {
  scaling_group_id  = alicloud_ess_scaling_group.web.id
  image_id          = "aliyun_3_x64_20G_alibase_20240819.vhd"
  instance_type     = "ecs.g7.large"
  security_group_id = alicloud_security_group.web.id
  active            = true
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "A"
  value       = alicloud_slb_load_balancer.web.address
}
