terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hongkong"
}

resource "alicloud_instance" "web" {
  instance_type              = "ecs.g7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240819.vhd"
  internet_max_bandwidth_out = 20
  security_groups            = ["sg-j6c0000000000000000"]
  vswitch_id                 = "vsw-j6c0000000000000000"
}

module "near" {
  source = "./accelerator"

  accelerate_region = "cn-hongkong"
  endpoint          = alicloud_instance.web.public_ip
}

module "far" {
  source = "./accelerator"

  accelerate_region = "cn-shanghai"
  endpoint          = alicloud_instance.web.public_ip
}

resource "alicloud_ga_domain" "far" {
  accelerator_id = module.far.id
  domain         = "fast.example.com"
}

resource "alicloud_cdn_domain_new" "static" {
  domain_name = "static.example.com"
  cdn_type    = "web"
  scope       = "global"

  sources {
    type    = "ipaddr"
    content = alicloud_instance.web.public_ip
    port    = 80
  }
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.com"
  rr          = "www"
  type        = "A"
  value       = module.near.address
}

resource "alicloud_alidns_record" "fast" {
  domain_name = "example.com"
  rr          = "fast"
  type        = "A"
  value       = module.far.address
}

resource "alicloud_alidns_record" "static" {
  domain_name = "example.com"
  rr          = "static"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.static.cname
}
